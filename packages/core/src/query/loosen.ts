import { unspaced } from "../text/character-kinds.ts";
import { isStopWord } from "../text/stop-words.ts";
import type { TextNode } from "./query.ts";
import { allOf, anyOf, conjuncts, isAllOf, isText } from "./tree.ts";

/** A word or phrase of a tree. */
type Leaf = Extract<TextNode, { readonly type: "word" | "phrase" }>;

/** Fewer articles than these, found by relevance, are followed by such as hold some of what was typed. */
const enoughByRelevance = 10;

/**
 * How many articles must hold all that was typed for those that hold some of it to be left out. In order of
 * date one does: the newest of the others would say nothing.
 */
export function enoughFor(sort: "newest" | "oldest" | "relevance"): number {
  return sort === "relevance" ? enoughByRelevance : 1;
}

/** What every article must hold of a tree that is words: by it is told whether enough hold all. */
export function wordsOf(node: TextNode): TextNode | undefined {
  return allOf(conjuncts(node).filter((part) => isAllOf(part, isText)));
}

/** A tree that asks for any of some words. */
export type LooseText = {
  readonly tree: TextNode;
  /** What was asked for, by which those that are found are ranked. */
  readonly asked: readonly Leaf[];
};

/**
 * The same tree for articles that hold some of its words instead of all: for a question of many words, or a
 * sentence in a script without spaces, which no article holds as it is. What it leaves out, its filters and
 * what is in brackets stay as they are; words that say nothing in one of the languages are not enough.
 * Undefined where there is nothing to loosen.
 */
export function loosen(node: TextNode, languages: readonly string[]): LooseText | undefined {
  const parts = conjuncts(node);
  const asked = parts.filter(isLoose);
  const words = asked.flatMap(wordsIn);
  if (words.length < 2) return undefined;
  // A sentence without spaces is among them as it stands: it may be found where its words are not.
  const whole = asked.filter((leaf) => !words.includes(leaf));
  const any = anyOf([...saying(whole, languages), ...saying(words, languages)]);
  const tree = allOf(
    [any, ...parts.filter((part) => !isLoose(part))].flatMap((part) => part ?? []),
  );
  return tree === undefined ? undefined : { tree, asked: saying(asked, languages) };
}

function isLoose(part: TextNode): part is Leaf {
  return (part.type === "word" || part.type === "phrase") && part.field === undefined;
}

function saying(leaves: readonly Leaf[], languages: readonly string[]): readonly Leaf[] {
  const left = leaves.filter(({ text }) => !isStopWord(text, languages));
  return left.length > 0 ? left : leaves;
}

function wordsIn(leaf: Leaf): readonly Leaf[] {
  const words = leaf.text.split(" ");
  if (words.length < 2 || !unspaced.test(leaf.text)) return [leaf];
  const prefix = leaf.type === "word" && leaf.prefix;
  return words.map((text, index) => ({
    type: "word",
    text,
    prefix: prefix && index === words.length - 1,
  }));
}
