import { readQueryDate } from "./query-date.ts";
import type { Clock } from "./relative-date.ts";
import type { Token } from "./scan-search.ts";

/** Most words that one date is made of: `last 7 days`, `26 November 2024`, `Tuesday, 26 November 2024`. */
const maxDateWords = 4;

/** The first words of a text that make a date together: how many, and where they end. */
export type DateWords = { readonly words: number; readonly text: string; readonly end: number };

/** The words that tokens begin with and that make a date together; the first alone where none do. */
export function longestDate(tokens: readonly Token[], typed: string, clock: Clock): DateWords {
  const begun = tokens[0]?.start ?? 0;
  const following = tokens.slice(0, maxDateWords);
  const others = following.findIndex((token) => token.type !== "word");
  for (let words = others < 0 ? following.length : others; words > 1; words--) {
    const end = following[words - 1]?.end ?? 0;
    const text = typed.slice(begun, end);
    if (typeof readQueryDate(text, clock) === "object") return { words, text, end };
  }
  const end = following[0]?.end ?? begun;
  return { words: 1, text: typed.slice(begun, end), end };
}
