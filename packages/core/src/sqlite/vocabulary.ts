import { stemLanguage } from "../text/stem.ts";
import type { Columns } from "./columns.ts";
import type { Expansion, Forms, TermReader } from "./term-reader.ts";

/** Words whose forms are remembered, since finding, ranking and looking closer ask for the same. */
const keptForms = 100;

/** The words of one generation's articles, in the languages that these are in. */
export class Vocabulary {
  /** Tags of the languages that articles are in. */
  readonly languages: readonly string[];
  readonly #terms: TermReader;
  /** For each number of a set of languages, the language whose stems the words of its articles have. */
  readonly #stemLanguages: readonly (string | undefined)[];
  readonly #stemmed: readonly string[];
  readonly #only: string | undefined;
  readonly #forms = new Map<string, readonly Forms[]>();

  constructor(terms: TermReader, { count, sets, numbers }: Columns) {
    this.#terms = terms;
    const { keys, starts, members } = sets.lang;
    const used = new Uint8Array(starts.length);
    for (let position = 0; position < count; position++) used[numbers.lang[position] ?? 0] = 1;
    // An article has one language or none.
    const tags = Array.from(used, (isUsed, number) =>
      isUsed === 1 && (starts[number + 1] ?? 0) > (starts[number] ?? 0)
        ? keys[members[starts[number] ?? 0] ?? 0]
        : undefined,
    );
    this.languages = tags.flatMap((tag) => tag ?? []);
    this.#stemLanguages = tags.map(stemLanguage);
    this.#stemmed = [...new Set(this.#stemLanguages.flatMap((each) => each ?? []))];
    const [first, ...others] = new Set(
      this.#stemLanguages.filter((_, number) => used[number] === 1),
    );
    this.#only = others.length === 0 ? first : undefined;
  }

  /** The other forms of a word, in each language of the archive in which it has any. */
  forms(word: string): readonly Forms[] {
    let forms = this.#forms.get(word);
    if (forms === undefined) {
      forms = this.#terms.forms(word, this.#stemmed);
      if (this.#forms.size >= keptForms) this.#forms.clear();
      this.#forms.set(word, forms);
    }
    return forms;
  }

  beginningWith(beginning: string): Expansion {
    return this.#terms.beginningWith(beginning);
  }

  /** Whether every article is in this language. */
  isOnly(language: string): boolean {
    return this.#only === language;
  }

  /** 1 for each number of a set of languages in whose articles words have the stems of a language. */
  setsIn(language: string): Uint8Array {
    return Uint8Array.from(this.#stemLanguages, (each) => Number(each === language));
  }
}
