import { Writable } from "node:stream";
import type { Size } from "../state/state.ts";

/**
 * What Ink takes for a terminal: it keeps the last frame that Ink has drawn, as lines, and writes nothing.
 * The screen painter brings them to the terminal together with the panes.
 */
export class FrameStream extends Writable {
  columns: number;
  rows: number;
  lines: readonly string[] = [];
  readonly #onFrame: () => void;

  constructor(size: Size, onFrame: () => void) {
    super({ decodeStrings: false });
    this.columns = size.columns;
    this.rows = size.rows;
    this.#onFrame = onFrame;
  }

  /** The terminal has another size; Ink draws again. */
  resize(size: Size): void {
    this.columns = size.columns;
    this.rows = size.rows;
    this.emit("resize");
  }

  override _write(frame: string, _encoding: BufferEncoding, done: () => void): void {
    // Ink ends with an empty write, which is no frame.
    if (frame !== "") {
      this.lines = frame.split("\n");
      this.#onFrame();
    }
    done();
  }
}
