import * as fc from "fast-check";
import { expect, it } from "vitest";
import { commands, contextOf } from "../../src/commands/commands.ts";
import { helpRows } from "../../src/screens/help-rows.ts";
import { askArchive } from "../../src/session/ask-archive.ts";
import { drawScreen } from "../../src/session/draw-screen.ts";
import { createKeyQueue } from "../../src/session/key-queue.ts";
import { answerStatus, resized } from "../../src/state/answers.ts";
import { layout } from "../../src/state/layout.ts";
import { questions } from "../../src/state/questions.ts";
import { initialState, type Size, type State } from "../../src/state/state.ts";
import { createStore } from "../../src/state/store.ts";
import { createKeyDecoder } from "../../src/terminal/decode-keys.ts";
import { createScreenPainter, type Frame } from "../../src/terminal/screen-painter.ts";
import { createTheme } from "../../src/terminal/theme.ts";
import { createEmulator } from "../emulator.ts";
import { nowMs } from "../library.ts";
import { archiveOf } from "./archive.ts";

/** What a terminal sends for the keys that are no text. */
const sent = new Map([
  ["enter", "\r"],
  ["escape", "\x1b[27u"],
  ["tab", "\t"],
  ["space", " "],
  ["backspace", "\x7f"],
  ["delete", "\x1b[3~"],
  ["up", "\x1b[A"],
  ["down", "\x1b[B"],
  ["right", "\x1b[C"],
  ["left", "\x1b[D"],
  ["home", "\x1b[H"],
  ["end", "\x1b[F"],
  ["pageup", "\x1b[5~"],
  ["pagedown", "\x1b[6~"],
  ["shift+right", "\x1b[1;2C"],
  ["shift+left", "\x1b[1;2D"],
  ["alt+up", "\x1b[1;3A"],
  ["alt+down", "\x1b[1;3B"],
  ["alt+right", "\x1b[1;3C"],
  ["alt+left", "\x1b[1;3D"],
  ["f3", "\x1b[13~"],
  ["f6", "\x1b[17~"],
  ["f12", "\x1b[24~"],
  ["ctrl+u", "\x15"],
  ["ctrl+w", "\x17"],
]);

/** Every key that a command has and a terminal can send, and some that are only text. */
const key = fc.constantFrom(
  ...new Set([
    ...Object.values(commands)
      .flatMap((all) => all.flatMap(({ keys }) => keys))
      .flatMap((keys) => bytesOf(keys)),
    "e",
    "5",
    "ស",
    "\x1b[200~bridge or\nferry\x1b[201~",
  ]),
);
const size = fc.constantFrom<Size>(
  { columns: 40, rows: 12 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 30 },
  { columns: 140, rows: 45 },
);
const steps = fc.array(fc.oneof({ weight: 9, arbitrary: key }, { weight: 1, arbitrary: size }), {
  maxLength: 40,
});

const theme = createTheme("all", "dark");

it("the screen after any keys and sizes is the screen drawn afresh", async () => {
  const archive = archiveOf(60);
  const status = await archive.status();
  await fc.assert(
    fc.asyncProperty(steps, size, async (all, start) => {
      const store = createStore(answerStatus(initialState(start, "/archive", nowMs), status));
      const decoder = createKeyDecoder();
      const emulator = createEmulator(start.columns, start.rows);
      const painter = createScreenPainter(emulator.write);
      const keys = createKeyQueue(store, () => undefined);
      store.subscribe(() => painter.paint(frameOf(store.get())));
      const stop = askArchive(archive, store);
      for (const step of all) {
        if (typeof step === "string") keys.push(decoder.push(step));
        else {
          emulator.resize(step.columns, step.rows);
          painter.forget();
          store.update((state) => resized(state, step));
        }
      }
      // Every answer has come when nothing is asked any more.
      while (Object.keys(questions(store.get())).length > 0) await new Promise(setImmediate);
      stop();
      painter.paint(frameOf(store.get()));

      const { size: last } = store.get();
      const afresh = createEmulator(last.columns, last.rows);
      // Of a copy no drawing is kept.
      createScreenPainter(afresh.write).paint(frameOf(structuredClone(store.get())));
      await Promise.all([emulator.drawn(), afresh.drawn()]);
      expect(emulator.rows()).toEqual(afresh.rows());
      expect(emulator.cells()).toBe(afresh.cells());
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** What a terminal sends for a key; nothing for keys that leave the program or have other bytes here. */
function bytesOf(name: string): readonly string[] {
  if (name.includes(" ")) return [name.replace(" ", "")];
  const known = sent.get(name);
  if (known !== undefined) return [known];
  return Array.from(name).length === 1 ? [name] : [];
}

/** The frame of a state as the program draws it, with the help as Ink draws it. */
function frameOf(state: State): Frame {
  const { columns, body } = layout(state);
  const { helpTop, ...under } = state;
  if (helpTop === undefined) return drawScreen(state, theme);
  const help = helpRows(contextOf(under), columns).slice(helpTop, helpTop + body.rows);
  return drawScreen(state, theme, help.map(theme.line));
}
