import { choose, randomNumbers } from "../bench/random.ts";
import { printTable } from "../bench/table.ts";
import { everything } from "../src/query/query.ts";
import { wordList } from "../src/text/words.ts";
import { indexOf } from "./articles.ts";
import type { Collection } from "./collections.ts";

/** Words that are mistyped of each set, of each kind of mistake. */
const mistyped = 125;

const seed = 20_261_122;

/** A word that is typed with one mistake; `letters` are those of its set. */
type Mistake = (word: readonly string[], at: number, letter: string) => readonly string[];

const mistakes: readonly (readonly [name: string, make: Mistake])[] = [
  ["forgotten", (word, at) => word.toSpliced(at, 1)],
  ["swapped", (word, at) => word.toSpliced(at, 2, ...word.slice(at, at + 2).toReversed())],
  ["too many", (word, at, letter) => word.toSpliced(at, 0, letter)],
  ["another", (word, at, letter) => word.toSpliced(at, 1, letter)],
];

/**
 * How often the word that was meant is offered for one with a mistake: words of at least four letters, each as
 * likely as it is common in the set; mistakes that make another of its words are passed over.
 */
export async function printMisspellings(collections: readonly Collection[]): Promise<void> {
  const rows: string[][] = [];
  for (const { name, language, documents } of collections) {
    const texts = documents.map(({ text = "", ...document }) => ({ ...document, text, language }));
    const all = texts.flatMap(({ text }) => wordList(text));
    const known = new Set(all);
    const words = all.filter((word) => /^(?:[a-z]{4,}|\p{sc=Arab}{4,})$/u.test(word));
    if (words.length < all.length / 4) continue;
    const index = await indexOf(texts);
    const random = randomNumbers(seed);
    const shares: string[] = [];
    for (const [, make] of mistakes) {
      let [right, tried] = [0, 0];
      while (tried < mistyped) {
        const meant = choose(words, random);
        const at = Math.floor(random() * meant.length);
        const typed = make([...meant], at, choose([...choose(words, random)], random)).join("");
        if (known.has(typed)) continue;
        tried++;
        const text = { type: "word", text: typed, prefix: false } as const;
        const found = await index.search({ ...everything, text }, { limit: 1, facets: [] });
        right += Number(found.meant === meant);
      }
      shares.push((right / tried).toFixed(2));
    }
    await index.close();
    rows.push([name, ...shares]);
  }
  printTable(["offered for a letter", ...mistakes.map(([name]) => name)], rows);
}
