/** Most words that are offered at once: what fits below a search box. */
export const maxSuggestions = 20;

/** Milliseconds a query may take before it answers with what it has. */
export const defaultTimeBudgetMs = 2_000;

/** Relevance is exact up to this many matches; beyond it the newest of them are ranked (75 ms at a million). */
export const maxRanked = 100_000;

/** Most values that one field is counted by in one answer: more than anybody chooses from, and few bytes. */
export const maxFacetValues = 100;

/** Milliseconds of work between two looks at what else is to be done: a reader waits no longer. */
export const sliceMs = 40;

/**
 * Most articles that are put at once into an index that was whole, which people search meanwhile: a question
 * waits 50 ms instead of 150, and the work takes a third longer.
 */
export const updatesAtOnce = 64;
