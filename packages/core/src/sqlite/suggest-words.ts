import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { KnownWord } from "../archive/archive.ts";
import { maxSuggestions } from "../archive/limits.ts";
import { didYouMean } from "../query/did-you-mean.ts";
import type { TextNode } from "../query/query.ts";
import { fold } from "../text/fold.ts";
import { unspaced } from "../text/pairs.ts";

/** Words with two wrong letters are sought among the commonest that begin alike: 0.5 ms of comparing. */
const comparedWords = 500;

/** Shorter words have too many neighbours to tell which was meant. */
const shortestMistake = 4;

/** Lower-case letters of the scripts whose words are spelled letter by letter; folded. */
const alphabets: readonly (readonly [script: RegExp, letters: string])[] = [
  [/^[a-z0-9]+$/, "abcdefghijklmnopqrstuvwxyz0123456789"],
  [/^\p{sc=Cyrl}+$/u, "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ"],
  [/^\p{sc=Grek}+$/u, "αβγδεζηθικλμνξοπρστυφχψω"],
  [/^\p{sc=Arab}+$/u, "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤپچژگ"],
  [/^\p{sc=Hebr}+$/u, "אבגדהוזחטיכלמנסעפצקרשתםןץףך"],
];

/** Offers words of an index for what is being typed, and for what was typed wrongly. */
export class WordSuggester {
  readonly #beginning: StatementSync;
  readonly #similar: StatementSync;
  readonly #articles: StatementSync;

  constructor(database: DatabaseSync) {
    this.#beginning = database.prepare(`
      SELECT term, articles FROM terms WHERE term >= ? AND term < ?
      ORDER BY articles DESC, term LIMIT ?`);
    this.#similar = database.prepare(`
      SELECT term FROM terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?
      ORDER BY articles DESC, term LIMIT ${comparedWords}`);
    this.#articles = database.prepare("SELECT articles FROM terms WHERE term = ?");
  }

  /** Words that begin as what was typed, those in most articles first. */
  suggest(typed: string, limit: number): readonly KnownWord[] {
    const beginning = fold(typed.trim());
    if (beginning === "") return [];
    return this.#beginning
      .all(beginning, `${beginning}\u{10ffff}`, Math.min(Math.max(1, limit), maxSuggestions))
      .map(({ term, articles }) => ({ word: String(term), articles: Number(articles) }));
  }

  /**
   * The same tree with each word that no article has replaced by the one that was probably meant. Undefined
   * when there is nothing to replace, or nothing to replace it by.
   */
  correct(node: TextNode): TextNode | undefined {
    switch (node.type) {
      case "word":
      case "phrase": {
        if (node.type === "word" && node.prefix) return undefined;
        const words = node.text.split(" ");
        const corrected = words.map((word) => (this.#known(word) > 0 ? word : this.#meant(word)));
        if (corrected.includes(undefined)) return undefined;
        const text = corrected.join(" ");
        return text === node.text ? undefined : { ...node, text };
      }
      case "and":
      case "or": {
        const nodes = node.nodes.map((each) => this.correct(each) ?? each);
        return nodes.every((each, index) => each === node.nodes[index])
          ? undefined
          : { ...node, nodes };
      }
      case "filter":
      case "date":
      case "not":
        return undefined;
    }
  }

  #known(word: string): number {
    return Number(this.#articles.get(word)?.["articles"] ?? 0);
  }

  /**
   * The commonest word that is one letter away: every such word is looked up (Norvig, "How to Write a Spelling
   * Corrector", 2007). Without one, the nearest of the common ones that begin with the same letter.
   */
  #meant(word: string): string | undefined {
    if (word.length < shortestMistake || word.length > 32 || unspaced.test(word)) return undefined;
    const letters = alphabets.find(([script]) => script.test(word))?.[1];
    let best: string | undefined;
    let most = 0;
    for (const near of letters === undefined ? [] : oneLetterAway(word, letters)) {
      const articles = this.#known(near);
      if (articles > most) {
        most = articles;
        best = near;
      }
    }
    if (best !== undefined) return best;
    const [first = ""] = word;
    const similar = this.#similar
      .all(first, `${first}\u{10ffff}`, word.length - 2, word.length + 2)
      .map(({ term }) => String(term));
    return didYouMean(word, similar);
  }
}

/** Words with one letter left out, swapped with its neighbour, replaced or put in. */
function oneLetterAway(word: string, letters: string): Set<string> {
  const near = new Set<string>();
  for (let index = 0; index <= word.length; index++) {
    const [before, after] = [word.slice(0, index), word.slice(index)];
    if (after.length > 0) near.add(before + after.slice(1));
    if (after.length > 1) near.add(`${before}${after[1]}${after[0]}${after.slice(2)}`);
    for (const letter of letters) {
      if (after.length > 0) near.add(before + letter + after.slice(1));
      near.add(before + letter + after);
    }
  }
  near.delete(word);
  return near;
}
