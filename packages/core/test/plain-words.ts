import type { IndexText } from "../src/archive/article-index.ts";
import type { TermCounter } from "../src/archive/conformance/scan-articles.ts";
import { divideText, type DividedText } from "../src/archive/divide-text.ts";
import { didYouMean } from "../src/query/did-you-mean.ts";
import type { TextNode } from "../src/query/query.ts";
import { unspaced } from "../src/text/character-kinds.ts";
import { joint } from "../src/text/pairs.ts";
import { stem, stemLanguage } from "../src/text/stem.ts";
import { isStopWord } from "../src/text/stop-words.ts";
import type { PlainArticle } from "./plain-store.ts";

/** Counts where the words of a term stand in a row, in each field of a text that was divided. */
export function countTokens({ fields }: DividedText, language: string | undefined): TermCounter {
  const texts = [fields.headline, fields.description, fields.keywords, fields.body].map((field) =>
    field === "" ? [] : field.split(" "),
  );
  return (term) => {
    const stems = term.forms === true ? stemLanguage(language) : undefined;
    const last = term.words.length - 1;
    const isIt = (token: string | undefined, place: number): boolean => {
      const wanted = term.words[place] ?? "";
      if (token === undefined) return false;
      if (place === last && term.prefix) return token.startsWith(wanted);
      return (
        token === wanted || (stems !== undefined && stem(token, stems) === stem(wanted, stems))
      );
    };
    return texts.map(
      (tokens) =>
        tokens.filter((_, start) => term.words.every((_word, at) => isIt(tokens[start + at], at)))
          .length,
    );
  };
}

/** In how many articles each word is. */
export function wordCounts(articles: readonly PlainArticle[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of articles) {
    for (const word of text === undefined ? [] : wordsOf(text))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function wordsOf({ fields }: DividedText): ReadonlySet<string> {
  const tokens = Object.values(fields).flatMap((field) => field.split(" "));
  return new Set(tokens.filter((token) => token !== "" && !token.includes(joint)));
}

/** The articles that share telling words with a text: those whose words are rarer together first. */
export function relatedTo(
  text: IndexText,
  articles: readonly PlainArticle[],
  counts: ReadonlyMap<string, number>,
): readonly PlainArticle[] {
  const telling = [...wordsOf(divideText(text))].filter(
    (word) => word.length > 1 && (counts.get(word) ?? 0) > 1 && !isStopWord(word, ["en"]),
  );
  const total = articles.length;
  const score = (each: PlainArticle): number => {
    const words: ReadonlySet<string> = each.text === undefined ? new Set() : wordsOf(each.text);
    return telling
      .filter((word) => words.has(word))
      .reduce((sum, word) => sum + Math.max(0, Math.log(total / (counts.get(word) ?? 1))), 0);
  };
  return articles
    .map((each) => ({ each, nearness: score(each) }))
    .filter(({ nearness }) => nearness > 0)
    .toSorted((a, b) => b.nearness - a.nearness)
    .map(({ each }) => each);
}

/** A tree with the words that no article has replaced by those that were probably meant; undefined without any. */
export function correctWords(
  node: TextNode,
  counts: ReadonlyMap<string, number>,
): TextNode | undefined {
  if (node.type === "and" || node.type === "or") {
    const nodes = node.nodes.map((each) => correctWords(each, counts) ?? each);
    return nodes.every((each, place) => each === node.nodes[place])
      ? undefined
      : { ...node, nodes };
  }
  if (node.type !== "word" || node.prefix || counts.has(node.text)) return undefined;
  if (node.text.length < 4 || unspaced.test(node.text)) return undefined;
  const text = didYouMean(node.text, [...counts.keys()].filter(isOfLetters));
  return text === undefined ? undefined : { ...node, text };
}

function isOfLetters(word: string): boolean {
  return !unspaced.test(word);
}
