import type { Columns } from "./columns.ts";
import { KeptBySize, type Room } from "./kept-by-size.ts";
import { mergeLists, type TermList } from "./merge-lists.ts";
import type { GoOn } from "./patience.ts";
import type { TermPostings } from "./postings.ts";
import { positionsOf } from "./row-positions.ts";
import type { Forms } from "./term-reader.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words that are one: each of some terms, and in the articles of a language its forms there. */
export type Concept = { readonly terms: readonly string[]; readonly forms: readonly Forms[] };

/** Which articles of one generation hold a term. */
export class TermLists {
  readonly #postings: TermPostings;
  readonly #columns: Columns;
  readonly #vocabulary: Vocabulary;
  /** Of terms, and of concepts as JSON, since finding and ranking ask for the same. */
  readonly #kept: KeptBySize<TermList>;
  readonly #tally: Uint32Array;

  constructor(postings: TermPostings, vocabulary: Vocabulary, columns: Columns, room: Room) {
    this.#kept = new KeptBySize(room);
    this.#postings = postings;
    this.#vocabulary = vocabulary;
    this.#columns = columns;
    this.#tally = new Uint32Array(columns.count);
  }

  /** The articles that hold a concept; undefined when there was no time. */
  read(concept: Concept, goOn: GoOn): TermList | undefined {
    const { terms, forms } = concept;
    const [first] = terms;
    if (first !== undefined && terms.length === 1 && forms.length === 0)
      return goOn() ? this.#ofTerm(first) : undefined;
    const key = JSON.stringify(concept);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const lists: TermList[] = [];
    for (const term of terms) {
      if (!goOn()) return undefined;
      lists.push(this.#ofTerm(term));
    }
    for (const { language, terms: others } of forms) {
      for (const term of others) {
        if (!goOn()) return undefined;
        lists.push(this.#inLanguage(this.#ofTerm(term), language));
      }
    }
    return this.#keep(key, mergeLists(lists, this.#tally));
  }

  #ofTerm(term: string): TermList {
    const known = this.#kept.get(term);
    if (known !== undefined) return known;
    const lists: TermList[] = [];
    for (const { rows, frequencies } of this.#postings.read(term)) {
      const positions = positionsOf(rows, this.#columns);
      lists.push({ positions, frequencies: frequencies.slice() });
    }
    return this.#keep(term, mergeLists(lists, this.#tally));
  }

  #inLanguage(list: TermList, language: string): TermList {
    if (this.#vocabulary.isOnly(language)) return list;
    const { lang } = this.#columns.numbers;
    const isIn = this.#vocabulary.setsIn(language);
    const positions = list.positions.slice();
    const frequencies = list.frequencies.slice();
    let length = 0;
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] ?? 0;
      if (isIn[lang[position] ?? 0] !== 1) continue;
      positions[length] = position;
      frequencies[length] = frequencies[index] ?? 0;
      length++;
    }
    // It is merged with others at once, which copies it.
    return {
      positions: positions.subarray(0, length),
      frequencies: frequencies.subarray(0, length),
    };
  }

  #keep(key: string, list: TermList): TermList {
    this.#kept.set(key, list, [list.positions, list.frequencies]);
    return list;
  }
}
