import { useSyncExternalStore } from "react";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";

/** A part of the state; the component is drawn again only when it changes. */
export function useSelected<Value extends string | number | boolean | undefined>(
  store: Store<State>,
  select: (state: State) => Value,
): Value {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
