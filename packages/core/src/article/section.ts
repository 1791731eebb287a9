import { cleanLine } from "../text/clean-text.ts";
import { fold } from "../text/fold.ts";
import type { Section } from "./article.ts";

/** Words that stay small inside a section's name. */
const small = new Set([
  "and",
  "of",
  "the",
  "in",
  "on",
  "for",
  "to",
  "et",
  "de",
  "du",
  "des",
  "la",
  "le",
  "les",
  "y",
  "e",
  "und",
]);

/** What sections are compared by: `NATIONAL` and `national` are one, `Asia Pacific` is `asia-pacific`. */
export function sectionKey(written: string): string {
  return fold(cleanLine(written))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** A section from the name that an article gives; undefined when it holds no letter or digit. */
export function readSection(name: string): Section | undefined {
  const written = cleanLine(name);
  const key = sectionKey(written);
  return key === "" ? undefined : { written, key, label: labelOf(written) };
}

/** A name in capitals or in small letters gets a capital a word; a mixed one is as its author wants it. */
function labelOf(written: string): string {
  const lower = written.toLowerCase();
  const isShort = written.length <= 3;
  if ((written !== lower && written !== written.toUpperCase()) || (isShort && written !== lower)) {
    return written;
  }
  return lower.replace(/[\p{L}\p{M}\p{N}’']+/gu, (word, index: number) =>
    index > 0 && small.has(word) ? word : capitalised(word),
  );
}

function capitalised(word: string): string {
  const [first = ""] = word;
  const capital = first.toUpperCase();
  // `ß` would become two letters.
  return capital.length === first.length ? capital + word.slice(first.length) : word;
}
