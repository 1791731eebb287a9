import type { Archive } from "@broadsheet/core/view";
import type { WriteStream } from "node:tty";
import type { Effect } from "../commands/command.ts";
import { answerStatus, resized } from "../state/answers.ts";
import { marked } from "../state/marks.ts";
import { spokenMeasure } from "../state/layout.ts";
import { initialState, type Size } from "../state/state.ts";
import { createStore } from "../state/store.ts";
import { copySequence } from "../terminal/control-sequences.ts";
import type { Keyboard } from "../terminal/read-keys.ts";
import { openTerminal, printedLines, wholeScreen } from "../terminal/terminal.ts";
import type { ThemeName } from "../terminal/theme-name.ts";
import { askArchive } from "./ask-archive.ts";
import { createKeyQueue } from "./key-queue.ts";
import { keepMarks, marksFile } from "./kept-marks.ts";
import { openEditor, type FilePlace } from "./open-editor.ts";
import { paintedView } from "./painted-view.ts";
import { showBegun } from "./show-begun.ts";
import { spokenRows, spokenView } from "./spoken-view.ts";

/** What the screen needs of the world. */
export type ScreenOptions = {
  /** The archive that is being opened; the screen does not wait for it. */
  readonly archive: Promise<Archive>;
  /** The folder as it was given, cleaned. */
  readonly folder: string;
  readonly themeName: ThemeName;
  /** Whether a line is printed for each move, in place of a screen that is painted. */
  readonly isPlain: boolean;
  readonly nowMs: number;
  readonly keyboard: Keyboard;
  readonly screen: WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** A screen that is shown. */
export type RunningScreen = {
  /** Resolves when the reader leaves; rejects when the archive cannot be opened. */
  readonly done: Promise<void>;
  /** Gives the terminal back at once. Calling it again does nothing. */
  readonly leave: () => void;
};

export function runScreen({
  archive: opening,
  folder,
  themeName,
  isPlain,
  nowMs,
  keyboard,
  screen,
  environment,
}: ScreenOptions): RunningScreen {
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  let archive: Archive | undefined;
  let stopAsking = (): void => undefined;

  const terminal = openTerminal(keyboard, screen, isPlain ? printedLines : wholeScreen, {
    onInput(inputs) {
      for (const input of inputs) if (input.type === "reply") view.takeReply(input.sequence);
      keys.push(inputs);
    },
    // Printed lines are as long as they are.
    onResize: isPlain ? () => undefined : fit,
    onResume: fit,
    onEnd: resolve,
  });
  const size = (): Size =>
    isPlain ? { columns: spokenMeasure, rows: spokenRows } : terminal.size();
  const state = initialState(size(), folder, nowMs);
  const store = createStore(isPlain ? { ...state, measure: spokenMeasure } : state);
  const keys = createKeyQueue(store, onEffect);
  const view = isPlain
    ? spokenView(store, terminal.write)
    : paintedView(store, terminal.write, environment, themeName);

  const stopShowing = showBegun(store);

  /** What the terminal shows is drawn anew, for the size that it has now. */
  function fit(): void {
    view.forget();
    store.update((before) => resized(before, size()));
    view.show();
  }

  function onEffect(effect: Effect): void {
    switch (effect.type) {
      case "quit":
        return void view.settled().then(resolve);
      case "suspend":
        return terminal.suspend();
      case "redraw":
        view.forget();
        return view.show();
      case "refresh":
        // What goes wrong is in the status, which comes by itself.
        return void archive?.refresh().catch(() => undefined);
      case "copy":
        return terminal.write(copySequence(effect.text));
      case "edit":
        edit(effect);
    }
  }

  function edit(place: FilePlace): void {
    const { status } = store.get();
    if (status === undefined) return;
    const said = openEditor(terminal, environment, status.folder, place);
    fit();
    if (said !== undefined) store.update((before) => ({ ...before, said }));
    void archive?.refresh().catch(() => undefined);
  }

  function leave(): void {
    // Whoever leaves while reading comes back to the same place.
    if (store.get().screen === "reader") store.update(marked);
    stopAsking();
    stopShowing();
    view.stop();
    terminal.close();
  }

  async function open(): Promise<void> {
    archive = await opening;
    const status = await archive.status();
    store.update((before) => answerStatus(before, status));
    archive.subscribe((next) => store.update((before) => answerStatus(before, next)));
    stopAsking = askArchive(archive, store);
    // They are read while the archive looks for the first articles.
    keepMarks(store, marksFile(environment, status.folder));
  }

  terminal.enter();
  store.subscribe(view.show);
  view.show();
  open().catch(reject);
  return { done, leave };
}
