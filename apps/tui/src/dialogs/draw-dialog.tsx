import { PassThrough } from "node:stream";
import { render } from "ink";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Theme } from "../terminal/theme.ts";
import { FrameStream } from "./frame-stream.ts";
import { Help } from "./help.tsx";

/** Ink, drawing what stands in the place of the panes. */
export type DrawnDialog = {
  /** The lines of the last frame, from the row under the heavy line on. */
  readonly lines: () => readonly string[];
  readonly stop: () => void;
};

/** Draws the dialog that is open, and again whenever the state changes what it shows; `onFrame` is called after each drawing. */
export function drawDialog(store: Store<State>, theme: Theme, onFrame: () => void): DrawnDialog {
  const stream = new FrameStream(store.get().size, onFrame);
  const ink = render(<Help store={store} theme={theme} />, {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Ink needs only the size, `write` and `on` of a terminal
    stdout: stream as unknown as NodeJS.WriteStream,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a keyboard that is never pressed: keys are read elsewhere
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    // Whole frames, written as they are: the painter finds out what has changed.
    debug: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const unsubscribe = store.subscribe(() => {
    const { size } = store.get();
    if (size.columns !== stream.columns || size.rows !== stream.rows) stream.resize(size);
  });
  return {
    lines: () => stream.lines,
    stop() {
      unsubscribe();
      ink.unmount();
    },
  };
}
