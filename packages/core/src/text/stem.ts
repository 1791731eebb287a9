import { stemmer as arabic } from "@orama/stemmers/arabic";
import { stemmer as danish } from "@orama/stemmers/danish";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as finnish } from "@orama/stemmers/finnish";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as swedish } from "@orama/stemmers/swedish";

/** The languages with a stemmer of the Snowball family (https://snowballstem.org), and their script. */
const stemmers: ReadonlyMap<string, readonly [stem: (word: string) => string, script: RegExp]> =
  new Map([
    ["ar", [arabic, /^\p{sc=Arab}+$/u]],
    ["ru", [russian, /^\p{sc=Cyrl}+$/u]],
    ...(
      [
        ["da", danish],
        ["nl", dutch],
        ["en", english],
        ["fi", finnish],
        ["fr", french],
        ["de", german],
        ["it", italian],
        ["nb", norwegian],
        ["nn", norwegian],
        ["no", norwegian],
        ["pt", portuguese],
        ["es", spanish],
        ["sv", swedish],
      ] as const
    ).map(([language, stemmer]) => [language, [stemmer, /^[a-z]+$/]] as const),
  ]);

/** Words beyond these lengths are not inflected words of a language. */
const shortest = 3;
const longest = 32;

/** The language whose stems a text in a language has: `en` for `en-GB`; undefined where we know none. */
export function stemLanguage(tag: string | undefined): string | undefined {
  const language = tag?.toLowerCase().split("-")[0] ?? "";
  return stemmers.has(language) ? language : undefined;
}

/**
 * What a folded word has in common with its other forms in a language of `stemLanguage`: `bridges` and
 * `bridge` have `bridg`. A word that has no other forms is its own stem.
 */
export function stem(word: string, language: string | undefined): string {
  const known = language === undefined ? undefined : stemmers.get(language);
  if (known === undefined || word.length < shortest || word.length > longest) return word;
  const [stemOf, script] = known;
  return script.test(word) ? stemOf(word) || word : word;
}
