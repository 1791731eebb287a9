import { maxSuggestions } from "../archive/limits.ts";
import { fold } from "../text/fold.ts";
import type { GoOn } from "./patience.ts";
import type { CountedWords, WordCounts } from "./word-counts.ts";

/** Words that begin as what is being typed, those in most articles first. */
export function suggestWords(
  counts: WordCounts,
  typed: string,
  limit: number,
  goOn: GoOn,
): CountedWords {
  const beginning = fold(typed.trim());
  if (beginning === "") return { words: [], complete: true };
  return counts.commonest(beginning, Math.min(Math.max(1, limit), maxSuggestions), goOn);
}
