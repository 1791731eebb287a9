import type { MarkdownToken } from "../../src/article/markdown-token.ts";

const attributes = ["href", "src", "title", "start", "style"];

/** All of a token that blocks are made of. */
export function markdownShape(token: MarkdownToken): unknown {
  const { type, tag, nesting, map, content, info, children } = token;
  return {
    type,
    tag,
    nesting,
    map: map === null || type === "inline" ? null : [...map],
    // The text of an inline token is read from its children.
    content: type === "inline" ? "" : content,
    info,
    children: children?.map(markdownShape) ?? [],
    attributes: attributes.map((name) => token.attrGet(name)),
  };
}
