import type { Archive } from "@broadsheet/core/view";
import type { WriteStream } from "node:tty";
import type { Effect } from "../commands/command.ts";
import { drawShell } from "../shell/draw-shell.tsx";
import { answerStatus, resized } from "../state/answers.ts";
import { marked } from "../state/marks.ts";
import { initialState } from "../state/state.ts";
import { createStore } from "../state/store.ts";
import {
  backgroundFromEnvironment,
  backgroundOf,
  isAttributesReply,
  type Background,
} from "../terminal/background.ts";
import { colourLevel } from "../terminal/colour-level.ts";
import { copySequence, sequences } from "../terminal/control-sequences.ts";
import type { Keyboard } from "../terminal/read-keys.ts";
import { createScreenPainter } from "../terminal/screen-painter.ts";
import { openTerminal } from "../terminal/terminal.ts";
import { namedTheme } from "../terminal/theme.ts";
import type { ThemeName } from "../terminal/theme-name.ts";
import { askArchive } from "./ask-archive.ts";
import { drawScreen, hasHoles } from "./draw-screen.ts";
import { createKeyQueue } from "./key-queue.ts";
import { keepMarks, marksFile } from "./kept-marks.ts";
import { layOutAhead } from "./lay-out-ahead.ts";
import { openEditor, type FilePlace } from "./open-editor.ts";
import { createPaintClock } from "./paint-clock.ts";

/** What the screen needs of the world. */
export type ScreenOptions = {
  /** The archive that is being opened; the screen does not wait for it. */
  readonly archive: Promise<Archive>;
  /** The folder as it was given, cleaned. */
  readonly folder: string;
  readonly themeName: ThemeName;
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

/** How long the terminal may take to answer what it was asked, when the reader leaves before it has. */
const replyTimeoutMs = 100;

export function runScreen({
  archive: opening,
  folder,
  themeName,
  nowMs,
  keyboard,
  screen,
  environment,
}: ScreenOptions): RunningScreen {
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  const { promise: replied, resolve: onReplied } = Promise.withResolvers<void>();
  const level = colourLevel(environment);
  let background: Background = backgroundFromEnvironment(environment["COLORFGBG"]);
  let theme = namedTheme(themeName, level, background);
  let archive: Archive | undefined;
  let stopAsking = (): void => undefined;
  let isAsked = false;

  const terminal = openTerminal(keyboard, screen, {
    onInput(inputs) {
      for (const input of inputs) if (input.type === "reply") onReply(input.sequence);
      keys.push(inputs);
    },
    onResize() {
      painter.forget();
      store.update((state) => resized(state, terminal.size()));
    },
    onResume() {
      painter.forget();
      store.update((state) => resized(state, terminal.size()));
      paintSoon();
    },
    onEnd: resolve,
  });
  const store = createStore(initialState(terminal.size(), folder, nowMs));
  const painter = createScreenPainter(terminal.write);
  const keys = createKeyQueue(store, onEffect);
  const { paintSoon, stop: stopPainting } = createPaintClock(() => hasHoles(store.get()), paint);
  const ahead = layOutAhead(store, paintSoon);
  const shell = drawShell(store, theme, paintSoon);

  function paint(): void {
    painter.paint(drawScreen(store.get(), shell.lines(), theme));
    ahead.look();
    if (isAsked || themeName !== "auto" || (level !== "all" && level !== "256")) return;
    // The terminal is asked after the first frame, so that nothing waits for its answer.
    isAsked = true;
    terminal.write(sequences.askBackground + sequences.askAttributes);
  }

  function onReply(reply: string): void {
    if (isAttributesReply(reply)) onReplied();
    const answer = backgroundOf(reply);
    if (answer === undefined || answer === background) return;
    background = answer;
    theme = namedTheme(themeName, level, background);
    shell.setTheme(theme);
    painter.forget();
    paintSoon();
  }

  function onEffect(effect: Effect): void {
    switch (effect.type) {
      case "quit":
        return void leaveOrderly();
      case "suspend":
        return terminal.suspend();
      case "redraw":
        painter.forget();
        return paintSoon();
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
    painter.forget();
    store.update((state) => ({ ...resized(state, terminal.size()), ...(said && { said }) }));
    paintSoon();
    void archive?.refresh().catch(() => undefined);
  }

  /** Answers that are still under way would be typed into the shell. */
  async function leaveOrderly(): Promise<void> {
    if (isAsked)
      await Promise.race([
        replied,
        new Promise((late) => setTimeout(late, replyTimeoutMs).unref()),
      ]);
    resolve();
  }

  function leave(): void {
    // Whoever leaves while reading comes back to the same place.
    if (store.get().screen === "reader") store.update(marked);
    stopAsking();
    stopPainting();
    ahead.stop();
    terminal.close();
    shell.stop();
  }

  async function open(): Promise<void> {
    archive = await opening;
    const status = await archive.status();
    store.update((state) => answerStatus(state, status));
    keepMarks(store, marksFile(environment, status.folder));
    archive.subscribe((next) => store.update((state) => answerStatus(state, next)));
    stopAsking = askArchive(archive, store);
  }

  terminal.enter();
  store.subscribe(paintSoon);
  paintSoon();
  open().catch(reject);
  return { done, leave };
}
