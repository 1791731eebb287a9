import { spoken, spokenArchive } from "../screens/spoken.ts";
import { atPassage } from "../state/passage.ts";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { plainTheme } from "../terminal/theme.ts";
import { printedLines } from "../terminal/terminal.ts";
import { questions } from "../state/questions.ts";
import { createPaintClock } from "./paint-clock.ts";
import type { View } from "./view.ts";

/** Rows of a screen that has one for the list and one for an article. */
export const spokenRows = 4;

/** What is said is not taken back: it waits longer for answers than what is painted. */
const settleTimeoutMs = 500;

/** The session as lines of text, one for each move: for screen readers, and terminals that only print. */
export function spokenView(store: Store<State>, write: (bytes: string) => void): View {
  let said = "";
  let archive = "";
  let isKnown = false;
  let top = 0;

  const say = (text: string): void => {
    for (const line of text.split("\n")) write(`${plainTheme.text(line, {})}\r\n`);
  };
  const speak = (): void => {
    const state = store.get();
    const ofArchive = spokenArchive(state);
    // How many files of a first reading are done is told once, not all the time.
    const isNews = state.status === undefined ? archive === "" : !isKnown || isAtRest(state);
    if (isNews && archive !== ofArchive) {
      say(ofArchive);
      archive = ofArchive;
    }
    isKnown = state.status !== undefined;
    const text = spoken(state);
    if (state.status === undefined || text === said) return;
    said = text;
    say(text);
  };
  const { paintSoon: show, stop } = createPaintClock(
    () => isUnsettled(store.get()),
    speak,
    settleTimeoutMs,
  );
  const unsubscribe = store.subscribe(() => {
    const now = store.get().reader?.top ?? 0;
    const direction = now < top ? -1 : 1;
    top = now;
    store.update((state) => (state.screen === "reader" ? atPassage(state, direction) : state));
  });

  return {
    modes: printedLines,
    show,
    forget() {
      said = "";
    },
    takeReply: () => undefined,
    settled: async () => undefined,
    stop() {
      unsubscribe();
      stop();
    },
  };
}

function isAtRest({ status }: State): boolean {
  return status?.state === "ready";
}

/** Whether what would be said may still change by itself. */
function isUnsettled(state: State): boolean {
  // Of what a screen would show only this is never said.
  const { timeline: _strip, preview: _beside, ...said } = questions(state);
  return Object.values(said).some((asked) => asked !== undefined);
}
