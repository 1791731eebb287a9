import { words } from "../text/words.ts";
import type { TextNode } from "./query.ts";

/** The texts that words are looked for in: all of them, or the headline. */
export type WordField = "headline" | undefined;

/**
 * The words of what was typed without a space, or in quotation marks. A word without spaces may still be
 * several: `e-government`, or a Khmer sentence. They stand together. Undefined without a letter or digit.
 */
export function readWord(typed: string, field: WordField): TextNode | undefined {
  const prefix = /[*＊]$/u.test(typed);
  const text = settledWords(typed);
  if (text === "") return undefined;
  const where = field === undefined ? {} : { field };
  return prefix || !text.includes(" ")
    ? { type: "word", text, prefix, ...where }
    : { type: "phrase", text, ...where };
}

/** A phrase; of one word it is still a phrase, so that the word is looked for as it stands. */
export function readPhrase(typed: string, prefix: boolean, field: WordField): TextNode | undefined {
  const text = settledWords(typed);
  if (text === "") return undefined;
  const where = field === undefined ? {} : { field };
  return prefix ? { type: "word", text, prefix, ...where } : { type: "phrase", text, ...where };
}

/**
 * The words of a text with a space between them. A word that is divided further when it stands alone is
 * divided, so that what is printed is read as the same words.
 */
function settledWords(typed: string): string {
  let text = joined(typed);
  for (;;) {
    const again = joined(text);
    if (again === text) return text;
    text = again;
  }
}

function joined(text: string): string {
  let all = "";
  for (const word of words(text)) all += all === "" ? word.text : ` ${word.text}`;
  return all;
}
