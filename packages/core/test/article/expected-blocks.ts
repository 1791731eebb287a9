import { resolveUrl } from "../../src/article/resolve-url.ts";

/** A block or a piece of text as `[name, value …, children …]`, or text: what is compared. */
export type Shape = string | readonly Shape[];

/** An element of HTML. */
type Element = { readonly name: string; readonly attributes: string; readonly children: Node[] };
type Node = Element | string;

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)\s*\/?>/g;
const empty = new Set(["br", "hr", "img"]);
const blocks = /^(?:p|h[1-6]|blockquote|ul|ol|li|pre|hr)$/;

/** Comments, scripts and styles are not for readers. */
const hidden = /<!--(?:>|->|[\s\S]*?-->)|<(script|style)[\s>][\s\S]*?<\/\1>/g;

/** The elements that the examples write as raw HTML and that HTML has; what looks like others is text. */
const elements =
  /<\/?(?:a|b|br|code|del|div|em|h\d|hr|i|img|li|ol|p|pre|blockquote|strong|table|td|textarea|tr|ul)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** The blocks that HTML as the CommonMark specification gives it stands for; relative addresses belong to `path`. */
export function expectedBlocks(html: string, path: string): readonly Shape[] {
  return blocksOf(elementsOf(html.replaceAll(hidden, "")), path);
}

/** The text of such HTML, without spaces. */
export function expectedText(html: string): string {
  return decoded(html.replaceAll(hidden, "").replaceAll(elements, "")).replaceAll(/\s/g, "");
}

function elementsOf(html: string): Node[] {
  const root: Element = { name: "", attributes: "", children: [] };
  const stack = [root];
  let from = 0;
  for (const found of html.matchAll(tag)) {
    const [whole, slash, name = "", attributes = ""] = found;
    const top = stack.at(-1) ?? root;
    const text = html.slice(from, found.index);
    if (text !== "") top.children.push(decoded(text));
    from = found.index + whole.length;
    if (slash === "/") stack.pop();
    else {
      const element: Element = { name, attributes, children: [] };
      top.children.push(element);
      if (!empty.has(name)) stack.push(element);
    }
  }
  if (from < html.length) root.children.push(decoded(html.slice(from)));
  return root.children;
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function attribute({ attributes }: Element, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decoded(value);
}

function textIn({ children }: Element): string {
  return children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

/** Blocks, and text between them as paragraphs, as the items of tight lists have it. */
function blocksOf(nodes: readonly Node[], path: string): Shape[] {
  const shapes: Shape[] = [];
  let loose: Node[] = [];
  const flush = (): void => {
    if (loose.some((node) => typeof node !== "string" || node.trim() !== "")) {
      shapes.push(...paragraph(loose, path));
    }
    loose = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || !blocks.test(node.name)) loose.push(node);
    else {
      flush();
      shapes.push(...block(node, path));
    }
  }
  flush();
  return shapes;
}

function block(element: Element, path: string): Shape[] {
  const { name, children } = element;
  if (name === "hr") return [["rule"]];
  if (name === "p") return paragraph(children, path);
  if (name === "blockquote") {
    const inner = blocksOf(children, path);
    return inner.length === 0 ? [] : [["quote", ...inner]];
  }
  if (name === "pre") {
    const [code] = children;
    if (typeof code !== "object") return [];
    const language = /language-(\S+)/.exec(attribute(code, "class") ?? "")?.[1] ?? "";
    return [["code", language, textIn(code).replace(/\n$/, "")]];
  }
  if (name === "ul" || name === "ol") {
    const start = name === "ul" ? "-" : (attribute(element, "start") ?? "1");
    const items = children.filter((child) => typeof child === "object");
    return [["list", start, ...items.map((item) => ["item", ...blocksOf(item.children, path)])]];
  }
  const heading = trimmed(inlines(children, path));
  return heading.length === 0 ? [] : [["heading", name.slice(1), ...heading]];
}

/** A paragraph; one of nothing but pictures is pictures. */
function paragraph(children: readonly Node[], path: string): Shape[] {
  const shape = trimmed(inlines(children, path));
  const seen = shape.filter((each) => typeof each !== "string" || each.trim() !== "");
  const pictures = seen.flatMap(pictureIn);
  if (pictures.length > 0 && pictures.length === seen.length) return pictures;
  return shape.length === 0 ? [] : [["paragraph", ...shape]];
}

function pictureIn(shape: Shape): Shape[] {
  if (typeof shape === "string") return [];
  if (shape[0] === "image") return [["figure", ...shape.slice(1)]];
  return shape[0] === "link" && shape.length === 3 ? pictureIn(shape[2] ?? "") : [];
}

const names: { readonly [tag: string]: string } = {
  em: "emphasis",
  strong: "strong",
  code: "code",
};

function inlines(nodes: readonly Node[], path: string): Shape[] {
  const shapes = nodes.flatMap((node, index): Shape[] => {
    if (typeof node === "string") return [afterBreak(nodes[index - 1]) ? node.trimStart() : node];
    const { name, children } = node;
    if (name === "br") return [["break"]];
    if (name === "code") return [["code", textIn(node)]];
    if (name === "img") {
      const alt = attribute(node, "alt") ?? "";
      const url = addressOf(attribute(node, "src"), path);
      return url === undefined ? [alt] : [["image", url, alt.trim()]];
    }
    const inner = inlines(children, path);
    if (name !== "a") return [[names[name] ?? name, ...inner]];
    const url = addressOf(attribute(node, "href"), path);
    return url === undefined ? inner : [["link", url, ...inner]];
  });
  return merged(shapes);
}

/** The line end after a line break is only for those who read the HTML itself. */
function afterBreak(node: Node | undefined): boolean {
  return typeof node === "object" && node.name === "br";
}

/** An address as it may be followed: which may be is tested elsewhere. */
function addressOf(written: string | undefined, path: string): string | undefined {
  const resolved = resolveUrl(written ?? "", path);
  return typeof resolved === "object" ? comparable(resolved.url) : undefined;
}

/** The specification percent-encodes where we keep what was written, or the other way round. */
export function comparable(url: string): string {
  try {
    return decodeURI(url).replace(/(?<=\/\/[^/]*)\/$/, "");
  } catch {
    return url;
  }
}

/** Neighbouring texts as one, and line ends in them as spaces. */
export function merged(shapes: readonly Shape[]): Shape[] {
  const result: Shape[] = [];
  for (const shape of shapes) {
    const last = result.at(-1);
    if (typeof shape === "string" && typeof last === "string")
      result[result.length - 1] = last + shape;
    else result.push(shape);
  }
  return result
    .filter((shape) => shape !== "")
    .map((shape) => (typeof shape === "string" ? shape.replaceAll(/ *\n */g, " ") : shape));
}

/** Without spaces and line breaks at both ends. */
function trimmed(shapes: readonly Shape[]): Shape[] {
  const result = [...shapes];
  const isBlank = (shape: Shape | undefined): boolean =>
    typeof shape === "string" ? shape.trim() === "" : shape?.[0] === "break";
  while (result.length > 0 && isBlank(result[0])) result.shift();
  while (result.length > 0 && isBlank(result.at(-1))) result.pop();
  const [first] = result;
  if (typeof first === "string") result[0] = first.trimStart();
  const last = result.at(-1);
  if (typeof last === "string") result[result.length - 1] = last.trimEnd();
  return result;
}
