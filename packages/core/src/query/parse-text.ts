import { words } from "../text/words.ts";
import type { TextNode } from "./query.ts";

/**
 * Longest query text that is read, in UTF-16 units; a longer one is cut. A headline fits ten times.
 *
 * @example
 * ```ts
 * import { maxQueryLength, parseText } from "@broadsheet/core";
 *
 * parseText(`${" ".repeat(maxQueryLength)}bridge`); // => undefined
 * ```
 */
export const maxQueryLength = 1_000;

/**
 * Most words and phrases that are looked for; each costs a list to intersect.
 *
 * @example
 * ```ts
 * import { maxQueryTerms, parseText } from "@broadsheet/core";
 *
 * const tree = parseText("a ".repeat(maxQueryTerms + 1));
 * tree?.type === "and" && tree.nodes.length; // => maxQueryTerms
 * ```
 */
export const maxQueryTerms = 32;

/** A minus sign that leaves out, a quoted phrase (perhaps unclosed), or anything up to the next space. */
const item =
  /(?<minus>(?<!\S)[-−])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;

/**
 * What was typed into a search box, as a tree: `words` that must all occur, `"phrases"`, `-word` for what
 * must not, `prefix*`. Every text is valid; signs that mean nothing are passed over. Undefined when no
 * word is in it.
 *
 * @example
 * ```ts
 * import { parseText } from "@broadsheet/core";
 *
 * parseText("brid*"); // => { type: "word", text: "brid", prefix: true }
 * parseText("?!"); // => undefined
 * ```
 */
export function parseText(text: string): TextNode | undefined {
  const nodes: TextNode[] = [];
  for (const { groups } of text.slice(0, maxQueryLength).matchAll(item)) {
    if (nodes.length === maxQueryTerms) break;
    const node =
      groups?.["phrase"] === undefined
        ? wordNode(groups?.["word"] ?? "")
        : phraseNode(groups["phrase"]);
    if (node !== undefined)
      nodes.push(groups?.["minus"] === undefined ? node : { type: "not", node });
  }
  return nodes.length < 2 && nodes[0]?.type !== "not" ? nodes[0] : { type: "and", nodes };
}

/** A word without spaces may still be several: `e-government`, or a Khmer sentence. They stand together. */
function wordNode(typed: string): TextNode | undefined {
  const found = [...words(typed)].map((word) => word.text);
  if (found.length === 0) return undefined;
  if (typed.endsWith("*")) return { type: "word", text: found.join(" "), prefix: true };
  return found.length === 1
    ? { type: "word", text: found.join(" "), prefix: false }
    : { type: "phrase", text: found.join(" ") };
}

function phraseNode(typed: string): TextNode | undefined {
  const text = [...words(typed)].map((word) => word.text).join(" ");
  return text === "" ? undefined : { type: "phrase", text };
}

/**
 * The same tree with its last word taken as the beginning of a word, for results while one types; also the
 * last word of a phrase, which is what a hyphenated word and a sentence without spaces are. A word that is
 * left out is not touched.
 *
 * @example
 * ```ts
 * import { formatText, parseText, stillTyping } from "@broadsheet/core";
 *
 * const tree = parseText("ferry fam");
 * tree && formatText(stillTyping(tree)); // => "ferry fam*"
 * ```
 */
export function stillTyping(node: TextNode): TextNode {
  if (node.type === "word" || node.type === "phrase") {
    return { type: "word", text: node.text, prefix: true };
  }
  if (node.type !== "and") return node;
  const last = node.nodes.at(-1);
  return last === undefined
    ? node
    : { type: "and", nodes: [...node.nodes.slice(0, -1), stillTyping(last)] };
}
