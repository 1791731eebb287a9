import type { Effect } from "../commands/command.ts";
import { keysMeant, paste, pressKey } from "../commands/press-key.ts";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Key, TerminalInput } from "../terminal/key.ts";

/** Takes keys in the order in which they were pressed, each when what it works on has come. */
export type KeyQueue = { readonly push: (inputs: readonly TerminalInput[]) => void };

/** Keys that wait behind one that waits; more than anyone types in the time a search takes. */
const maxWaiting = 1_000;

export function createKeyQueue(store: Store<State>, onEffect: (effect: Effect) => void): KeyQueue {
  let waiting: (Key | { readonly pasted: string })[] = [];
  let isTaking = false;

  const take = (): void => {
    if (isTaking) return;
    isTaking = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if ("pasted" in next) {
        const { pasted } = next;
        store.update((state) => paste(state, pasted));
        continue;
      }
      const [key = next, ...others] = keysMeant(store.get(), next);
      waiting.unshift(...others);
      const step = pressKey(store.get(), key);
      if (step === "wait") {
        waiting.unshift(key);
        break;
      }
      store.update(() => step.state);
      if (step.effect !== undefined) onEffect(step.effect);
    }
    isTaking = false;
  };

  store.subscribe(take);
  return {
    push(inputs) {
      for (const input of inputs) {
        if (input.type === "paste") waiting.push({ pasted: input.text });
        if (input.type !== "key") continue;
        // Whoever presses Ctrl-C waits for nothing.
        if (input.key.name === "ctrl+c") waiting = [];
        if (waiting.length < maxWaiting) waiting.push(input.key);
      }
      take();
    },
  };
}
