import { cleanText, trimSpace } from "../text/clean-text.ts";
import type { Inline } from "./block.ts";
import { attribute, htmlPieces, partsParagraphs } from "./html.ts";
import { attributeOf, decodeReferences, type MarkdownToken } from "./markdown.ts";

/** What the text of an article is read with. */
export type InlineContext = {
  /** An address as it may be followed; undefined when it may not. */
  readonly resolve: (url: string) => string | undefined;
  /** Called for a script or style that is left out, with how it begins. */
  readonly dropped: (text: string) => void;
};

/** Chinese and Japanese have no space where a line ends. */
const joinsLines = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]/u;

const wrappers = { em: "emphasis", strong: "strong", s: "strikethrough" } as const;

/** What is open at a place in the text: the whole, a stretch of it, or a link (without `url` when unsafe). */
type Open = {
  readonly type: string;
  readonly url?: string | undefined;
  readonly children: Inline[];
};

/** The text of a paragraph or heading, without spaces around it. */
export function buildInlines(tokens: readonly MarkdownToken[], context: InlineContext): Inline[] {
  const root: Open = { type: "root", children: [] };
  const stack: Open[] = [root];
  for (const token of tokens) {
    const top = stack.at(-1) ?? root;
    const { type, nesting } = token;
    if (nesting === 1) {
      const url = type === "link_open" ? context.resolve(attributeOf(token, "href")) : undefined;
      stack.push({ type: type.slice(0, -"_open".length), url, children: [] });
    } else if (nesting === -1) {
      if (stack.length > 1) stack.pop();
      (stack.at(-1) ?? root).children.push(...closed(top));
    } else top.children.push(...leaf(token, context));
  }
  return trimInlines(mergeText(root.children));
}

function closed({ type, url, children }: Open): Inline[] {
  const merged = mergeText(children);
  if (type === "em" || type === "strong" || type === "s") {
    return [{ type: wrappers[type], children: merged }];
  }
  return url === undefined ? merged : [{ type: "link", url, children: merged }];
}

function leaf(token: MarkdownToken, context: InlineContext): Inline[] {
  switch (token.type) {
    case "softbreak":
      return [{ type: "text", text: "\n" }];
    case "hardbreak":
      return [{ type: "break" }];
    case "code_inline":
      return [{ type: "code", text: cleanText(token.content) }];
    case "image":
      return image(attributeOf(token, "src"), altText(token.children ?? []), context);
    case "html":
      return htmlPieces(token.content).flatMap((piece) => {
        if (piece.type === "text") return textInline(decodeReferences(piece.text));
        if (piece.type === "tag") return tagInline(piece.name, piece.attributes, context);
        if (piece.what !== "comment") context.dropped(piece.text);
        return [];
      });
    default:
      return textInline(token.content);
  }
}

/** What a tag of HTML leaves in a text. */
export function tagInline(name: string, attributes: string, context: InlineContext): Inline[] {
  if (name === "br") return [{ type: "break" }];
  if (name === "img") {
    const alt = decodeReferences(attribute(attributes, "alt") ?? "");
    return image(decodeReferences(attribute(attributes, "src") ?? ""), cleanText(alt), context);
  }
  return partsParagraphs(name) ? [{ type: "text", text: " " }] : [];
}

function image(src: string, alt: string, context: InlineContext): Inline[] {
  const url = pictureUrl(src, context);
  return url === undefined ? textInline(alt) : [{ type: "image", url, alt: trimSpace(alt) }];
}

/** A picture's address as it may be followed; undefined when it may not, or is a mailbox. */
export function pictureUrl(src: string, { resolve }: InlineContext): string | undefined {
  const url = resolve(src);
  return url?.startsWith("mailto:") === true ? undefined : url;
}

/** The text inside a picture's brackets. */
export function altText(tokens: readonly MarkdownToken[]): string {
  return tokens
    .map(({ type, content, children }) =>
      type === "softbreak"
        ? " "
        : children
          ? altText(children)
          : type === "html"
            ? ""
            : cleanText(content),
    )
    .join("");
}

function textInline(text: string): Inline[] {
  return text === "" ? [] : [{ type: "text", text: cleanText(text) }];
}

/** Joins neighbouring texts, and the lines inside them. */
export function mergeText(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === "text" && last?.type === "text") {
      merged[merged.length - 1] = { type: "text", text: last.text + inline.text };
    } else merged.push(inline);
  }
  return merged.map((inline) =>
    inline.type === "text" && inline.text.includes("\n")
      ? { type: "text", text: joinLines(inline.text) }
      : inline,
  );
}

function joinLines(text: string): string {
  return text.replace(/\n/g, (_, index: number) => {
    const around = text.charAt(index - 1) !== "" && text.charAt(index + 1) !== "";
    const joins =
      joinsLines.test(text.charAt(index - 1)) && joinsLines.test(text.charAt(index + 1));
    return around && joins ? "" : " ";
  });
}

/** Without spaces and breaks at both ends. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  let start = 0;
  let end = inlines.length;
  while (start < end && isBlank(inlines[start])) start++;
  while (end > start && isBlank(inlines[end - 1])) end--;
  return inlines.slice(start, end).map((inline, index, all) => {
    if (inline.type !== "text") return inline;
    const whole = trimSpace(inline.text);
    const from = index === 0 ? inline.text.indexOf(whole) : 0;
    const to = index === all.length - 1 ? inline.text.lastIndexOf(whole) + whole.length : undefined;
    return { type: "text", text: inline.text.slice(from, to) };
  });
}

/** Whether nothing of a piece of text can be seen. */
export function isBlank(inline: Inline | undefined): boolean {
  return inline?.type === "break" || (inline?.type === "text" && trimSpace(inline.text) === "");
}

/** The same as plain text: what a person reads, without pictures. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    if (inline.type === "text" || inline.type === "code") text += inline.text;
    else if (inline.type === "break") text += " ";
    else if (inline.type !== "image") text += inlineText(inline.children);
  }
  return text;
}
