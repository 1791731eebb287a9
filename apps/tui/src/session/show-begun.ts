import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";

/** Milliseconds after which one hesitates; who knows the keys has pressed the next one by then. */
export const hesitationMs = 400;

/** Shows how the keys that are begun may end, once their reader hesitates. Returns how to stop. */
export function showBegun(store: Store<State>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let keys: string | undefined;
  const unsubscribe = store.subscribe(() => {
    const { begun } = store.get();
    if (begun?.keys === keys) return;
    keys = begun?.keys;
    clearTimeout(timer);
    if (keys === undefined) return;
    timer = setTimeout(() => {
      store.update((state) =>
        state.begun === undefined ? state : { ...state, begun: { ...state.begun, isShown: true } },
      );
    }, hesitationMs);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
