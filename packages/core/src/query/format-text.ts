import type { TextNode } from "./query.ts";

/**
 * What could have been typed for a tree, in one spelling: parsing it gives the tree again, whatever the time
 * and the time zone.
 *
 * @example
 * ```ts
 * import { formatText, parseText } from "@broadsheet/core";
 *
 * const tree = parseText('  bridge  NOT "ferry  families"');
 * tree && formatText(tree); // => 'bridge -"ferry families"'
 * ```
 */
export function formatText(node: TextNode): string {
  switch (node.type) {
    case "word":
    case "phrase":
      return `${node.field === undefined ? "" : "title:"}${formatWords(node)}`;
    case "filter":
      return `${node.field}:${bare.test(node.value) ? node.value : `"${node.value}"`}${node.prefix ? "*" : ""}`;
    case "date":
      return `date:${formatInstant(node.fromMs)}..${formatInstant(node.toMs)}`;
    case "not":
      return `-${within(node.node)}`;
    case "and":
      return node.nodes
        .map((each) => (each.type === "or" ? within(each) : formatText(each)))
        .join(" ");
    case "or":
      return node.nodes.map(formatText).join(" OR ");
  }
}

const bare = /^[\p{L}\p{M}\p{N}_.-]+$/u;

function formatWords(node: Extract<TextNode, { type: "word" | "phrase" }>): string {
  if (node.type === "phrase") return `"${node.text}"`;
  return node.prefix ? `${node.text.replaceAll(" ", "-")}*` : node.text;
}

function within(node: TextNode): string {
  const text = formatText(node);
  return node.type === "and" || node.type === "or" ? `(${text})` : text;
}

/** An instant as short as it can be written: `2024-11-26T00:00Z`. */
export function formatInstant(ms: number | undefined): string {
  if (ms === undefined) return "";
  return new Date(ms).toISOString().replace(/(?::00)?\.000Z$/, "Z");
}
