import type { DatabaseSync, StatementSync } from "node:sqlite";
import { maxSuggestions } from "../archive/limits.ts";
import { didYouMean } from "../query/did-you-mean.ts";
import type { TextNode } from "../query/query.ts";
import { fold } from "../text/fold.ts";
import { unspaced } from "../text/character-kinds.ts";
import type { GoOn } from "./patience.ts";
import type { CountedWords, WordCounts } from "./word-counts.ts";

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
  readonly #counts: WordCounts;
  readonly #similar: StatementSync;

  constructor(database: DatabaseSync, counts: WordCounts) {
    this.#counts = counts;
    this.#similar = database.prepare(`
      SELECT term FROM terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?
      ORDER BY articles DESC, term LIMIT ${comparedWords}`);
  }

  /** Words that begin as what was typed, those in most articles first. */
  suggest(typed: string, limit: number, goOn: GoOn): CountedWords {
    const beginning = fold(typed.trim());
    if (beginning === "") return { words: [], complete: true };
    return this.#counts.commonest(beginning, Math.min(Math.max(1, limit), maxSuggestions), goOn);
  }

  /**
   * The same tree with each word that no article has replaced by the one that was probably meant. Undefined
   * when there is nothing to replace, or nothing to replace it by, or no time.
   */
  correct(node: TextNode, goOn: GoOn): TextNode | undefined {
    switch (node.type) {
      case "word":
      case "phrase": {
        if (node.type === "word" && node.prefix) return undefined;
        const words = node.text.split(" ");
        const corrected = words.map((word) =>
          this.#counts.articles(word) > 0 ? word : this.#meant(word, goOn),
        );
        if (corrected.includes(undefined)) return undefined;
        const text = corrected.join(" ");
        return text === node.text ? undefined : { ...node, text };
      }
      case "and":
      case "or": {
        const nodes = node.nodes.map((each) => this.correct(each, goOn) ?? each);
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

  /**
   * The commonest word that is one letter away: every such word is looked up (Norvig, "How to Write a Spelling
   * Corrector", 2007). Without one, the nearest of the common ones that begin with the same letter.
   */
  #meant(word: string, goOn: GoOn): string | undefined {
    if (word.length < shortestMistake || word.length > 32 || unspaced.test(word)) return undefined;
    if (!goOn()) return undefined;
    const letters = alphabets.find(([script]) => script.test(word))?.[1];
    let best: string | undefined;
    let most = 0;
    for (const near of letters === undefined ? [] : oneLetterAway(word, letters)) {
      const articles = this.#counts.atMost(near) > most ? this.#counts.articles(near) : 0;
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
    return this.#nearest(word, similar);
  }

  /** The one that was probably meant of some words, if an article has it. */
  #nearest(word: string, similar: readonly string[]): string | undefined {
    const nearest = didYouMean(word, similar);
    if (nearest === undefined || this.#counts.articles(nearest) > 0) return nearest;
    return this.#nearest(
      word,
      similar.filter((other) => other !== nearest),
    );
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
