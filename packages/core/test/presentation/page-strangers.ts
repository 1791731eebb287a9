import { parse, type ParserError } from "parse5";

// The oracle is a parser of HTML as browsers have it: whatever it finds in our pages we must have written.

/** A node of a parsed page. */
export type Node = {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly value?: string;
};

const allowed: { readonly [element: string]: readonly string[] } = Object.fromEntries(
  [
    "a href rel class dir",
    "article",
    "blockquote",
    "body",
    "br",
    "code",
    "em",
    "figcaption",
    "figure",
    "footer",
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => `${name} dir`),
    "head",
    "header class",
    "hr class",
    "html lang",
    "img src alt loading referrerpolicy",
    "li dir",
    "link rel type href",
    "main",
    "meta charset name content",
    "ol start",
    "p dir class",
    "pre",
    "s",
    "small dir",
    "span dir class",
    "strong",
    "style",
    "table",
    "tbody",
    "td class dir",
    "th class dir",
    "thead",
    "time datetime",
    "title",
    "tr",
    "ul",
  ].map((line) => {
    const [name = "", ...attributes] = line.split(" ");
    return [name, attributes];
  }),
);

/** Every element of a document, with everything that we would not have written. */
export function strangers(node: Node): string[] {
  const { nodeName, attrs = [], childNodes = [] } = node;
  const found: string[] = [];
  if (!nodeName.startsWith("#")) {
    const names = allowed[nodeName];
    if (names === undefined) found.push(nodeName);
    for (const { name, value } of attrs) {
      if (names?.includes(name) !== true) found.push(`${nodeName} ${name}`);
      const isAddress = ["href", "src"].includes(name);
      if (isAddress && !/^(?:https?:\/\/|mailto:|\/)/i.test(value)) found.push(`${name}=${value}`);
    }
  } else if (nodeName === "#comment") found.push(nodeName);
  return [...found, ...childNodes.flatMap(strangers)];
}

/** What is wrong with a page: errors that a browser passes over, and what we would not have written. */
export function pageFaults(page: string): string[] {
  const errors: string[] = [];
  const onParseError = ({ code, startLine }: ParserError): unknown =>
    errors.push(`line ${startLine}: ${code}`);
  const document = parse(page, { onParseError, sourceCodeLocationInfo: true }) as Node;
  return [...errors, ...strangers(document)];
}

/** Everything a page says. */
export function textOf(node: Node): string {
  return node.nodeName === "#text"
    ? (node.value ?? "")
    : (node.childNodes ?? []).map(textOf).join("");
}
