/** What is read from the index cannot have been written by SQLite. It bears SQLite's own code for that. */
export class DamagedIndexError extends Error {
  /** SQLITE_CORRUPT (https://sqlite.org/rescode.html), so that the index is made again as for its own. */
  readonly errcode = 11;
}

/** Throws unless something holds that holds in every index. */
export function mustHold(holds: boolean, what: string): asserts holds {
  if (!holds) throw new DamagedIndexError(`The index is damaged: ${what}`);
}
