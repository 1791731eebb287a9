/** A word of an archive. */
export type KnownWord = {
  /** Folded: without case and accents. */
  readonly word: string;
  /** In how many articles it is. */
  readonly articles: number;
};

/** Words that what is being typed may become, those in most articles first. */
export type Suggestions = {
  readonly words: readonly KnownWord[];
  /** Present when the time budget ended the search for words: there may be others. */
  readonly timedOut?: true;
};

/** What is to be offered for what is being typed. */
export type SuggestOptions = {
  /** Default and greatest: `maxSuggestions`. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** Default `defaultTimeBudgetMs`. */
  readonly timeBudgetMs?: number;
};
