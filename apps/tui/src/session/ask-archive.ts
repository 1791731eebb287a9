import { cleanLine, type Archive } from "@broadsheet/core/view";
import { answerFailure } from "../state/answers.ts";
import type { Question } from "../state/question.ts";
import { questions } from "../state/questions.ts";
import { slots, type Slot, type State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import { words } from "../words/words.ts";

/** An answer that leaves its own question open this often is taken for a failure: asking again would never end. */
const maxRepeats = 3;

/** Why a question is given up. One for all: making an error takes longer than most questions. */
const cancelled = new Error("The question is not asked any more.");

type Asked = { readonly key: string; readonly cancel: () => void };

/**
 * Asks the archive what the state wants to know, one question of each kind at a time. A question that
 * is no longer wanted is cancelled. Returns how to stop.
 */
export function askArchive(archive: Archive, store: Store<State>): () => void {
  const asked = new Map<Slot, Asked>();
  let repeats = 0;

  const ask = (slot: Slot, { key, afterMs, ask: send }: Question): Asked => {
    const controller = new AbortController();
    const start = async (): Promise<void> => {
      let step: (state: State) => State;
      try {
        step = await send(archive, controller.signal);
      } catch (error) {
        step = (state) => answerFailure(state, slot, key, sentence(error));
      }
      if (controller.signal.aborted) return;
      asked.delete(slot);
      store.update(step);
      const isStillAsked = asked.get(slot)?.key === key;
      repeats = isStillAsked ? repeats + 1 : 0;
      if (repeats > maxRepeats)
        store.update((state) => answerFailure(state, slot, key, words.incomplete));
      // An answer that changes nothing calls no listener.
      look();
    };
    const timer = afterMs > 0 ? setTimeout(() => void start(), afterMs) : undefined;
    if (timer === undefined) void start();
    return {
      key,
      cancel() {
        clearTimeout(timer);
        controller.abort(cancelled);
      },
    };
  };

  const look = (): void => {
    const wanted = questions(store.get());
    for (const slot of slots) {
      const question = wanted[slot];
      const before = asked.get(slot);
      if (before?.key === question?.key) continue;
      before?.cancel();
      asked.delete(slot);
      if (question !== undefined) asked.set(slot, ask(slot, question));
    }
  };

  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    unsubscribe();
    for (const { cancel } of asked.values()) cancel();
  };
}

function sentence(error: unknown): string {
  return cleanLine(error instanceof Error ? error.message : String(error));
}
