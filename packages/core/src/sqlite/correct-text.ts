import type { DatabaseSync, StatementSync } from "node:sqlite";
import { didYouMean, mistakesIn } from "../query/did-you-mean.ts";
import { formatText } from "../query/format-text.ts";
import { everything, type Query, type TextNode } from "../query/query.ts";
import { allOf, anyOf } from "../query/tree.ts";
import { noValue } from "../query/value-key.ts";
import { unspaced } from "../text/character-kinds.ts";
import { oneLetterAway } from "./one-letter-away.ts";
import type { GoOn } from "./patience.ts";
import type { Snapshot } from "./snapshots.ts";
import type { WordCounts } from "./word-counts.ts";

/** Words with two wrong letters are sought among the commonest that begin alike: 2 ms of comparing. */
const comparedWords = 1_000;

/** Words compared between two looks at the clock and the reader's patience. */
const stride = 64;

/** Shorter words, and shorter parts of two that were joined, have too many neighbours to tell which was meant. */
const shortestMistake = 3;

/** Longer ones are no words of a language. */
const longestMistake = 32;

/** What is asked of the rest of an index while a tree is corrected. */
type Asked = {
  readonly goOn: GoOn;
  /** Whether a tree finds an article that may be seen. */
  readonly finds: (node: TextNode) => boolean;
  /** The keys of all values of a field. */
  readonly values: (field: OpenField) => readonly string[];
};

/** A field whose values are written by authors. */
type OpenField = (typeof openFields)[number];
const openFields = ["section", "tag", "author", "source"] as const;

type Word = Extract<TextNode, { type: "word" }>;
type Filter = Extract<TextNode, { type: "filter" }>;

/** Offers what an index has for what was typed wrongly. */
export class TextCorrector {
  readonly #counts: WordCounts;
  readonly #similar: StatementSync;

  constructor(database: DatabaseSync, counts: WordCounts) {
    this.#counts = counts;
    this.#similar = database.prepare(`
      SELECT term FROM terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?
      ORDER BY articles DESC, term LIMIT ${comparedWords}`);
  }

  /** What was probably meant by the text of a query that finds nothing, as it may be typed. */
  correct(query: Query, { lists, columns }: Snapshot, goOn: GoOn): { readonly meant?: string } {
    const { text, drafts, visibleAtMs } = query;
    if (text === undefined) return {};
    const seen = { ...everything, drafts, ...(visibleAtMs === undefined ? {} : { visibleAtMs }) };
    const meant = this.#correct(text, {
      goOn,
      finds: (node) => lists.list({ ...seen, text: node }, goOn).positions.length > 0,
      values: (field) => columns.sets[field].keys,
    });
    return meant === undefined ? {} : { meant: formatText(meant) };
  }

  /**
   * The same tree with each word and value that no article has replaced by what was probably meant: another word, or two
   * that were typed as one; and two that were divided wrongly by one. Undefined when there is nothing to replace,
   * or nothing to replace it by, or no time.
   */
  #correct(node: TextNode, asked: Asked): TextNode | undefined {
    switch (node.type) {
      case "word":
        return node.prefix ? undefined : this.#correctWord(node, asked);
      case "phrase":
        return this.#correctWords(node, asked);
      case "and": {
        const isUnknown = ({ text }: Word): boolean => this.#counts.articles(text) === 0;
        const nodes = this.#joined(node.nodes, (...both) => both.some(isUnknown));
        const corrected = nodes.map((each) => this.#correct(each, asked) ?? each);
        const isSame = corrected.every((each, index) => each === node.nodes[index]);
        const meant = isSame ? this.#joined(node.nodes, () => true) : corrected;
        return meant.length === node.nodes.length && isSame ? undefined : allOf(meant);
      }
      case "or": {
        const nodes = node.nodes.map((each) => this.#correct(each, asked) ?? each);
        return nodes.every((each, index) => each === node.nodes[index]) ? undefined : anyOf(nodes);
      }
      case "filter":
        return correctFilter(node, asked);
      case "date":
      case "not":
        return undefined;
    }
  }

  #correctWord(node: Word, asked: Asked): TextNode | undefined {
    const { text, field } = node;
    if (text.includes(" ")) return this.#correctWords(node, asked);
    if (this.#counts.articles(text) > 0 || !isMistakable(text)) return undefined;
    const where = field === undefined ? {} : { field };
    const meant = this.#oneLetterAway(text, asked.goOn);
    if (meant !== undefined) return { ...node, text: meant };
    const parts = this.#divided(text, asked);
    if (parts !== undefined)
      return allOf(parts.map((part) => ({ type: "word", text: part, prefix: false, ...where })));
    const nearest = this.#nearest(text, asked.goOn);
    return nearest === undefined ? undefined : { ...node, text: nearest };
  }

  #correctWords<Leaf extends Extract<TextNode, { type: "word" | "phrase" }>>(
    node: Leaf,
    { goOn }: Asked,
  ): Leaf | undefined {
    const corrected = node.text.split(" ").map((word) => {
      if (this.#counts.articles(word) > 0) return word;
      if (!isMistakable(word)) return undefined;
      return this.#oneLetterAway(word, goOn) ?? this.#nearest(word, goOn);
    });
    if (corrected.includes(undefined)) return undefined;
    const text = corrected.join(" ");
    return text === node.text ? undefined : { ...node, text };
  }

  /** The likeliest word that is one letter away (Norvig, "How to Write a Spelling Corrector", 2007). */
  #oneLetterAway(word: string, goOn: GoOn): string | undefined {
    let best: string | undefined;
    let most = 0;
    let looked = 0;
    for (const [near, likelihood] of oneLetterAway(word)) {
      if (looked++ % stride === 0 && !goOn()) return undefined;
      if (this.#counts.atMost(near) * likelihood <= most) continue;
      const likely = this.#counts.articles(near) * likelihood;
      if (likely > most) [best, most] = [near, likely];
    }
    return best;
  }

  /** The two words that were typed as one, where articles hold them beside each other. */
  #divided(word: string, { goOn, finds }: Asked): readonly [string, string] | undefined {
    const divisions: (readonly [parts: readonly [string, string], articles: number])[] = [];
    for (let at = shortestMistake; at <= word.length - shortestMistake; at++) {
      const parts = [word.slice(0, at), word.slice(at)] as const;
      const articles = Math.min(...parts.map((part) => this.#counts.articles(part)));
      if (articles > 0) divisions.push([parts, articles]);
    }
    return divisions
      .toSorted((a, b) => b[1] - a[1])
      .find(([parts]) => goOn() && finds({ type: "phrase", text: parts.join(" ") }))?.[0];
  }

  /** The nearest of the common words that begin with the same letter. */
  #nearest(word: string, goOn: GoOn): string | undefined {
    const [first = ""] = word;
    let nearest: string | undefined;
    let least = Infinity;
    let looked = 0;
    const { length } = word;
    for (const row of this.#similar.iterate(first, `${first}\u{10ffff}`, length - 2, length + 2)) {
      if (looked++ % stride === 0 && !goOn()) return undefined;
      const term = String(row["term"]);
      const mistakes = mistakesIn(word, term) ?? Infinity;
      if (mistakes >= least || this.#counts.articles(term) === 0) continue;
      [nearest, least] = [term, mistakes];
    }
    return nearest;
  }

  /** The same trees with two neighbours that make one word together joined, where that is wanted of them. */
  #joined(
    nodes: readonly TextNode[],
    isWanted: (one: Word, other: Word) => boolean,
  ): readonly TextNode[] {
    const joined: TextNode[] = [];
    for (const node of nodes) {
      const last = joined.at(-1);
      const text = isPlain(last) && isPlain(node) ? last.text + node.text : "";
      if (isPlain(last) && isPlain(node) && this.#counts.articles(text) > 0 && isWanted(last, node))
        joined.splice(-1, 1, { ...node, text });
      else joined.push(node);
    }
    return joined;
  }
}

/** A value that no article has as the beginning of others, or as the nearest of them. */
function correctFilter(node: Filter, { finds, values }: Asked): TextNode | undefined {
  const field = openFields.find((each) => each === node.field);
  if (field === undefined || node.prefix || node.value === noValue || finds(node)) return undefined;
  const begun = { ...node, prefix: true };
  if (finds(begun)) return begun;
  const seen = values(field).filter((value) => mistakesIn(node.value, value) !== undefined);
  const meant = didYouMean(
    node.value,
    seen.filter((value) => finds({ ...node, value })),
  );
  return meant === undefined ? undefined : { ...node, value: meant };
}

/** Whether a word may be a mistake: not one in a script whose words nobody divides alike. */
function isMistakable(word: string): boolean {
  return word.length >= shortestMistake && word.length <= longestMistake && !unspaced.test(word);
}

function isPlain(node: TextNode | undefined): node is Word {
  return (
    node?.type === "word" && !node.prefix && node.field === undefined && isMistakable(node.text)
  );
}
