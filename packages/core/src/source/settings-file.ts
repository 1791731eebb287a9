import { existsSync } from "node:fs";
import type { Problem } from "../problem.ts";
import { readSettings, type ReadSettings } from "./read-settings.ts";
import type { Settings } from "./settings.ts";

/** The settings of an archive that is open, as they were last read. */
export class SettingsFile {
  readonly #root: string;
  readonly #onRead: () => void;
  #read: ReadSettings;
  #version = 0;

  /** @param onRead called whenever the file has been read again, also when nothing in it has changed. */
  constructor(root: string, onRead: () => void = () => {}) {
    this.#root = root;
    this.#onRead = onRead;
    this.#read = readSettings(root);
  }

  get settings(): Settings {
    return this.#read.settings;
  }

  /** What is wrong with the file. */
  get problems(): readonly Problem[] {
    return this.#read.problems;
  }

  /** Another number whenever anything is other than before. */
  get version(): number {
    return this.#version;
  }

  /** Reads the file once more. */
  readAgain(): void {
    const read = readSettings(this.#root);
    // While the whole folder is away, or may not be looked at, nothing is known of its settings.
    if (!existsSync(this.#root)) return;
    if (JSON.stringify(read) !== JSON.stringify(this.#read)) {
      this.#read = read;
      this.#version++;
    }
    this.#onRead();
  }
}
