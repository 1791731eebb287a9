import type { Block } from "./block.ts";
import { languageOfText } from "./language-of-text.ts";
import { paragraphTexts } from "./plain-text.ts";

/** Text from which the language is judged, in UTF-16 units. */
const maxSampleLength = 1_000;

/**
 * The beginning of an article's text, from which its language shows. Code is in none that people speak.
 *
 * @param headline empty when it is a file's name, which is no text in a language.
 */
export function languageSample(
  headline: string,
  blocks: readonly Block[],
  description: string | undefined,
): string {
  let text = headline;
  const texts = paragraphTexts(blocks.filter(({ type }) => type !== "code"));
  for (const each of [...texts, description ?? ""]) {
    if (text.length >= maxSampleLength) break;
    text += `\n${each}`;
  }
  return text;
}

/** The language that an article shows; undefined when too little of it shows. */
export function shownLanguage(...shown: Parameters<typeof languageSample>): string | undefined {
  return languageOfText(languageSample(...shown))?.language;
}
