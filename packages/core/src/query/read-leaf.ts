import { wordList, words } from "../text/words.ts";
import { plainAddress } from "./article-names.ts";
import type { TextNode } from "./query.ts";
import { allOf, anyOf } from "./tree.ts";

/** The texts that words are looked for in: all of them, or the headline. */
export type WordField = "headline" | undefined;

/**
 * The words of what was typed without a space, or in quotation marks. A word without spaces may still be
 * several: `e-government`, or a Khmer sentence. They stand together. Undefined without a letter or digit.
 */
export function readWord(typed: string, field: WordField): TextNode | undefined {
  if (field === undefined && address.test(typed)) return readAddress(plainAddress(typed));
  const prefix = /[*＊]$/u.test(typed);
  const text = settledWords(typed);
  if (text === "") return undefined;
  const where = field === undefined ? {} : { field };
  return prefix || !text.includes(" ")
    ? { type: "word", text, prefix, ...where }
    : { type: "phrase", text, ...where };
}

const address = /^https?:\/\//iu;

/** Fewer words at the end of an address are as well a place as a title. */
const fewestTitleWords = 2;

/** What an address names, or an article by the title that it ends with: sites move, titles stay. */
function readAddress(plain: string): TextNode | undefined {
  const whole = readPhrase(plain, false, undefined);
  const title = (plain.split("/").at(-1) ?? "").replace(/\.[a-z]{2,5}$/iu, "");
  if (title === plain || wordList(title).length < fewestTitleWords) return whole;
  return anyOf([whole, readPhrase(title, false, undefined)].flatMap((node) => node ?? []));
}

/** What stands in a quotation for words that were left out. */
const leftOut = /\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}/u;

/**
 * A phrase, or several where words were left out between them; of one word it is still a phrase, so that the
 * word is looked for as it stands.
 */
export function readPhrase(typed: string, prefix: boolean, field: WordField): TextNode | undefined {
  const texts = typed.split(leftOut).map(settledWords).filter(Boolean);
  const where = field === undefined ? {} : { field };
  return allOf(
    texts.map((text, index) =>
      prefix && index === texts.length - 1
        ? { type: "word", text, prefix, ...where }
        : { type: "phrase", text, ...where },
    ),
  );
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
