import * as fc from "fast-check";
import { expect, it } from "vitest";
import { barRow } from "../../src/screens/bar.ts";
import { masthead } from "../../src/screens/masthead.ts";
import { searchLine } from "../../src/screens/search-line.ts";
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

const key = fc.constantFrom(
  "j",
  "k",
  "G",
  "g",
  " ",
  "b",
  "\r",
  "\x1b[27u",
  "\t",
  "/",
  "f",
  "e",
  "ស",
  "s",
  "n",
  "p",
  "?",
  "q",
  "\x1b[A",
  "\x1b[B",
  "\x1b[6~",
  "\x1b[5~",
  "\x7f",
  "\x15",
  "l",
  "\x1b[1;3D",
  "\x1b[1;3C",
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
      createScreenPainter(afresh.write).paint(frameOf(store.get()));
      await Promise.all([emulator.drawn(), afresh.drawn()]);
      expect(emulator.rows()).toEqual(afresh.rows());
      expect(emulator.cells()).toBe(afresh.cells());
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** The frame of a state, with a plain shell: the help is not in it. */
function frameOf(state: State): Frame {
  const { columns } = layout(state);
  const { helpTop: _help, ...shown } = state;
  const bars = [masthead, ...(state.screen === "library" ? [searchLine] : [])];
  const [first = "", ...others] = bars.map((bar) =>
    theme.row(barRow(bar(shown, columns), columns)),
  );
  return drawScreen(shown, [first, "━".repeat(columns), ...others], theme);
}
