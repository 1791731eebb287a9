import type { Patience } from "../archive/article-index.ts";
import { defaultTimeBudgetMs } from "../archive/limits.ts";
import { CancelledError } from "../errors.ts";

/** Asked now and then during long work; false ends it with what there is. Throws when cancelled. */
export type GoOn = () => boolean;

/** Watches a clock and a reader: throws when cancelled, false once the time is over. */
export function patience({ cancelled, timeBudgetMs = defaultTimeBudgetMs }: Patience): GoOn {
  const end = performance.now() + timeBudgetMs;
  return () => {
    if (cancelled?.() === true) throw new CancelledError();
    return performance.now() < end;
  };
}
