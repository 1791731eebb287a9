import type { TextNode } from "./query.ts";
import { noValue } from "./value-key.ts";

/**
 * The same tree with its last word taken as the beginning of a word, for results while one types; also the
 * last word of a phrase, which is what a hyphenated word and a sentence without spaces are. What is left
 * out, and a filter of which there are few values, is not touched.
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
  switch (node.type) {
    case "word":
    case "phrase":
      return { ...node, type: "word", prefix: true };
    case "filter":
      return openFields.has(node.field) && node.value !== noValue
        ? { ...node, prefix: true }
        : node;
    case "and":
    case "or": {
      const last = node.nodes.at(-1);
      return last === undefined
        ? node
        : { ...node, nodes: [...node.nodes.slice(0, -1), stillTyping(last)] };
    }
    case "date":
    case "not":
      return node;
  }
}

/** Fields with so many values that one is looked for by its beginning. */
const openFields: ReadonlySet<string> = new Set(["section", "tag", "author", "source"]);
