/** Elements that stand on lines of their own: their tags part paragraphs. */
const blockElements =
  "address|article|aside|blockquote|body|button|canvas|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|noscript|object|ol|optgroup|option|p|param|picture|pre|search|section|select|source|style|script|summary|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|ul|video|audio";

/** Elements inside a line. */
const inlineElements =
  "a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|map|area|mark|math|meter|nobr|output|progress|q|rb|rp|rt|rtc|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr";

/** The start of a value that is a tag of a template, in which quotation marks and angle brackets stand: `{{< ref "a.md" >}}`. */
const templateValue = String.raw`\{\{[^{}\n]{0,200}\}\}`;

/** Any other value holds no angle brackets. */
const attributes = String.raw`(?:\s(?:[^<>"']|"${templateValue}[^"<>]*"|"[^"<>]*"|'[^'<>]*')*)?`;

/** A tag of HTML at the place looked at: `Vec<T>` and `<hyc>` are text, since HTML has no such elements. */
const tag = new RegExp(`<(/?)(${blockElements}|${inlineElements})(${attributes})/?>`, "iy");
const blockStart = new RegExp(`^</?(?:${blockElements})(?=[\\s/>]|$)`, "i");
const blockElement = new RegExp(`^(?:${blockElements})$`, "i");
const wholeLineTag = new RegExp(
  `^<(/?)(${blockElements}|${inlineElements})(${attributes})/?>\\s*$`,
  "i",
);

/** Elements whose content is not for readers, and comments. */
const hidden: readonly (readonly [start: RegExp, end: RegExp, what: string])[] = [
  [/<!--/y, /-->/g, "comment"],
  [/<script(?=[\s>])/iy, /<\/script\s*>/gi, "script"],
  [/<style(?=[\s>])/iy, /<\/style\s*>/gi, "style"],
  [/<iframe(?=[\s>])/iy, /<\/iframe\s*>/gi, "iframe"],
  [/<svg(?=[\s>])/iy, /<\/svg\s*>/gi, "svg"],
];

/** Something of HTML in a text. */
export type HtmlPiece =
  | { readonly type: "text"; readonly text: string }
  /** A tag; its name in lower case. */
  | {
      readonly type: "tag";
      readonly name: string;
      readonly closes: boolean;
      readonly attributes: string;
    }
  /** A comment, script, style, drawing or embedded page, whole. */
  | { readonly type: "hidden"; readonly what: string; readonly text: string };

/**
 * What of HTML begins at a place in a text, and where it ends; undefined when it is text. A comment, script
 * or the like without its end is text too, so that no tag left open hides the rest of an article.
 */
export function htmlAt(text: string, index: number): { piece: HtmlPiece; end: number } | undefined {
  for (const [start, close, what] of hidden) {
    start.lastIndex = index;
    if (!start.test(text)) continue;
    const end = endOf(what, close, text, index);
    if (end === undefined) return undefined;
    return { piece: { type: "hidden", what, text: text.slice(index, end) }, end };
  }
  tag.lastIndex = index;
  const found = tag.exec(text);
  if (found === null) return undefined;
  const [whole, slash, name = "", attributeText = ""] = found;
  const piece = {
    type: "tag",
    name: name.toLowerCase(),
    closes: slash === "/",
    attributes: attributeText,
  } as const;
  return { piece, end: index + whole.length };
}

/** The text last looked at, and from where on what has no end in it: looking again at every start would take the square of the time. */
let unclosed: { readonly text: string; readonly from: Map<string, number> } = {
  text: "",
  from: new Map(),
};

function endOf(what: string, close: RegExp, text: string, index: number): number | undefined {
  if (unclosed.text !== text) unclosed = { text, from: new Map() };
  if (index >= (unclosed.from.get(what) ?? Infinity)) return undefined;
  close.lastIndex = index;
  const found = close.exec(text);
  if (found !== null) return found.index + found[0].length;
  unclosed.from.set(what, index);
  return undefined;
}

/** Where preformatted text ends that begins at a place; undefined when none begins or ends. Blank lines belong to it. */
export function preformattedEnd(text: string, index: number): number | undefined {
  preformatted.lastIndex = index;
  return preformatted.test(text) ? endOf("pre", /<\/pre\s*>/gi, text, index) : undefined;
}

const preformatted = /<pre(?=[\s>])/iy;

const pastBlankLines = new RegExp(
  [...hidden.map(([start]) => start), preformatted].map(({ source }) => source).join("|"),
  "i",
);

/** Whether HTML may begin in a text that goes on over blank lines; all other HTML ends there. */
export function mayPassBlankLines(text: string): boolean {
  return text.includes("<") && pastBlankLines.test(text);
}

/** A text as the pieces of HTML in it and the text between them. */
export function htmlPieces(text: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let from = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const found = htmlAt(text, at);
    if (found === undefined) {
      at++;
      continue;
    }
    if (at > from) pieces.push({ type: "text", text: text.slice(from, at) });
    pieces.push(found.piece);
    from = found.end;
    at = found.end;
  }
  if (from < text.length) pieces.push({ type: "text", text: text.slice(from) });
  return pieces;
}

/** Whether a line begins a block of HTML: a block's tag, or one whole tag alone. */
export function beginsHtmlBlock(line: string): "block" | "tag" | undefined {
  if (blockStart.test(line)) return "block";
  return wholeLineTag.test(line) ? "tag" : undefined;
}

/** Whether an element's tags part paragraphs. */
export function partsParagraphs(name: string): boolean {
  return blockElement.test(name);
}

/** The value of an attribute, with character references; undefined when it is not there. */
export function attribute(attributeText: string, name: string): string | undefined {
  const pattern = new RegExp(
    String.raw`(?:^|\s)${name}\s*=\s*(?:"((?:${templateValue})?[^"]*)"|'([^']*)'|([^\s"'>]+))`,
    "i",
  );
  const [, double, single, bare] = pattern.exec(attributeText) ?? [];
  return double ?? single ?? bare;
}
