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
  for (const block of blocks) {
    if (text.length >= maxSampleLength) return text;
    if (block.type !== "code") {
      for (const each of paragraphTexts([block])) {
        if (text.length < maxSampleLength) text += `\n${each}`;
      }
    }
  }
  return `${text}\n${description ?? ""}`;
}

/** The language that an article shows; undefined when too little of it shows. */
export function shownLanguage(...shown: Parameters<typeof languageSample>): string | undefined {
  return languageOfText(languageSample(...shown))?.language;
}
