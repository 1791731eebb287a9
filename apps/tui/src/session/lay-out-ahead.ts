import { readerLines } from "../state/reader-view.ts";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";

/** How long the rest of an article is laid out before keys are looked at again: no key waits longer for it. */
const sliceMs = 8;

/**
 * Lays out what follows the screen of a long article while nobody presses a key, so that its end is at hand
 * when somebody does. `look` is called after each frame; `onComplete` when there is nothing left.
 */
export function layOutAhead(
  store: Pick<Store<State>, "get">,
  onComplete: () => void,
): { readonly look: () => void; readonly stop: () => void } {
  let next: NodeJS.Immediate | undefined;
  const look = (): void => {
    const state = store.get();
    const lines = state.screen === "reader" ? readerLines(state) : undefined;
    if (next !== undefined || lines === undefined || lines.layOutFor(0)) return;
    next = setImmediate(() => {
      next = undefined;
      if (lines.layOutFor(sliceMs)) onComplete();
      else look();
    });
  };
  return { look, stop: () => clearImmediate(next) };
}
