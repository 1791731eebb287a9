import { everything } from "@broadsheet/core/view";
import { restMs, type Question } from "./question.ts";
import { begunWord, isNothingFound, isTypingSearch, searchReading } from "./search-reading.ts";
import type { State } from "./state.ts";
import { begunValue } from "./value-completion.ts";
import { wantedQuery } from "./wanted-query.ts";

/** Words asked for: enough to see whether what is typed is one itself. */
const wordsAsked = 5;

/** The word that is being typed: how does it go on? */
export function wordsQuestion(state: State): Question | undefined {
  const typed = begunWord(state);
  if (typed === undefined || state.known?.typed === typed) return undefined;
  return {
    key: typed,
    afterMs: restMs,
    ask: async (archive, signal) => {
      const { words } = await archive.suggest(typed, { limit: wordsAsked, signal });
      return (now) => ({ ...now, known: { typed, words } });
    },
  };
}

/** A search that found nothing: what was meant? */
export function meantQuestion(state: State): Question | undefined {
  const { query, key } = wantedQuery(state);
  // Whole words: what begins as a word that is being typed is looked for already.
  const { node: text } = searchReading(state);
  if (text === undefined || !isNothingFound(state) || state.meant?.key === key) return undefined;
  return {
    key,
    afterMs: restMs,
    ask: async (archive, signal) => {
      const { meant } = await archive.search({ ...query, text }, { limit: 1, signal });
      return (now) => ({ ...now, meant: { key, ...(meant === undefined ? {} : { text: meant }) } });
    },
  };
}

/** The value of a field that is being typed: which ones are there? */
export function valuesQuestion(state: State): Question | undefined {
  const { field } = (isTypingSearch(state) ? begunValue(state) : undefined) ?? {};
  const { generation = "" } = state.status ?? {};
  const { values } = state;
  if (field === undefined || (values?.field === field && values.generation === generation))
    return undefined;
  return {
    key: `${field} ${generation}`,
    afterMs: restMs,
    ask: async (archive, signal) => {
      const facets = await archive.facets({ ...everything, drafts: true }, [field], { signal });
      return (now) => ({ ...now, values: { field, generation, counts: facets[field] ?? [] } });
    },
  };
}
