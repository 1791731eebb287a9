/** Longest tag of a template that is looked for, in UTF-16 units: questions with their answers have five thousand. */
const maxTagLength = 10_000;

/** Longest tag in which another may begin: a figure with its caption has a few hundred. A longer one that holds one was never ended. */
const maxLooseTagLength = 1_000;

/** What begins tags of Hugo (`{{<`, `{{%`), of Liquid, Nunjucks and Hexo (`{%`), of all of them (`{{`) and of kramdown (`{:`), and what ends them. */
const brackets: readonly (readonly [begin: string, end: string])[] = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
  ["{{", "}}"],
  ["{%", "%}"],
  ["{:", "}"],
];

/** A component of MDX alone on its line: `<Tabs items={names}>`. HTML writes its own elements in small letters. */
const component = /<\/?[A-Z][a-z][\w.]*(?:\s[^<>\n]*)?\/?>[ \t]*(?=\n|$)/y;

/** A line by which MDX fetches its components: `import Tabs from "@theme/Tabs";`. */
const fetching =
  /(?:import|export)\s+(?:(?:\w+|\*\s+as\s+\w+|\*|(?:\w+\s*,\s*)?\{[^}\n]*\})\s+from\s+)?["'][^"'\n]+["'];?[ \t]*(?=\n|$)/y;

/** The fence around a notice: `:::tip A title`. */
const notice = /:{3,}[^\n:]*(?=\n|$)/y;

/** Where the tag of a template that begins at a place in a text ends; undefined when none does. */
export function templateTagEnd(text: string, from: number): number | undefined {
  if (text.charCodeAt(from) !== 0x7b) return undefined;
  for (const [begin, end] of brackets) {
    if (!text.startsWith(begin, from)) continue;
    const tagEnd = nextIndexOf(end, text, from + begin.length) + end.length;
    const length = tagEnd - from;
    if (length <= maxLooseTagLength) return tagEnd;
    const isOne =
      length <= maxTagLength && !text.slice(from + begin.length, tagEnd).includes(begin);
    return isOne ? tagEnd : undefined;
  }
  return undefined;
}

/** The text last looked at, and the stretches of it in which an end of tags was looked for: each ends with one. */
let looked: { readonly text: string; readonly next: Map<string, { from: number; at: number }> } = {
  text: "",
  next: new Map(),
};

/** Where an end of tags stands next; infinite when it does not. No part of a text is searched twice, however many tags begin in it. */
function nextIndexOf(end: string, text: string, from: number): number {
  if (looked.text !== text) looked = { text, next: new Map() };
  const known = looked.next.get(end);
  if (known !== undefined && known.from <= from && from <= known.at) return known.at;
  const found = text.indexOf(end, from);
  const at = found < 0 ? Infinity : found;
  looked.next.set(end, { from, at });
  return at;
}

/** Where lines that hold nothing but tags of a template end; undefined when other text stands on them. */
export function templateLinesEnd(text: string, from: number): number | undefined {
  for (const line of [component, fetching, notice]) {
    line.lastIndex = from;
    if (line.test(text)) return line.lastIndex;
  }
  let at = from;
  for (let end = templateTagEnd(text, at); end !== undefined; end = templateTagEnd(text, at)) {
    at = end;
    while (text[at] === " " || text[at] === "\t") at++;
    if (at === text.length || text[at] === "\n") return at;
  }
  return undefined;
}

/** Whether a line by which MDX fetches its components begins at a place. */
export function fetchesComponents(text: string, from: number): boolean {
  fetching.lastIndex = from;
  return fetching.test(text);
}

/** Whether a tag inside a line stands for nothing that is read there; `{{ page.title }}` stands for a text. */
export function isSilentTag(tag: string): boolean {
  return /^(?:\{\{[<%]|\{%)/.test(tag);
}

/** A text as the tags of templates in it, which stand at odd places, and the text between them. */
export function templateParts(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
    const end = templateTagEnd(text, at);
    if (end === undefined || !isSilentTag(text.slice(at, end))) continue;
    parts.push(text.slice(from, at), text.slice(at, end));
    from = end;
    at = end - 1;
  }
  return [...parts, text.slice(from)];
}

/** An address in brackets that begins with a tag of a template, and the title after it. */
export type TemplateLink = {
  readonly address: string;
  readonly title: string;
  readonly end: number;
};

/** The address in a link that begins with a tag, `{{< ref "a.md" >}}#b`, to before the closing bracket. */
export function templateLinkAt(text: string, from: number): TemplateLink | undefined {
  let at = templateTagEnd(text, from);
  while (at !== undefined && text[at] === "{") at = templateTagEnd(text, at);
  if (at === undefined) return undefined;
  const rest = /([^\s(){}]{0,500})(?:\s+"([^"\n]{0,500})")?(?=\))/y;
  rest.lastIndex = at;
  const [, path = "", title = ""] = rest.exec(text) ?? [];
  return rest.lastIndex === 0
    ? undefined
    : { address: text.slice(from, at) + path, title, end: rest.lastIndex };
}

/** Tags whose meaning is the same on every site, at the start of an address, and what stands for each. */
const knownAddresses: readonly (readonly [tag: RegExp, address: string])[] = [
  // Hugo: a file, looked for from the page's folder.
  [/^\{\{[<%]\s*(?:rel)?ref\s+"([^"\s{}]+)"\s*[>%]\}\}/, "$1"],
  // Jekyll: a file of the site.
  [/^\{%-?\s*link\s+\/?([^\s{}%]+)\s*-?%\}/, "/$1"],
  // Jekyll, Eleventy: a path from the site's root, made whole.
  [
    /^\{\{-?\s*["'](\/[^"'\s{}]*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend:\s*site\.\w+)\s*-?\}\}/,
    "$1",
  ],
  // Jekyll, Hugo: the site's own address.
  [/^(?:\{\{-?\s*\.?site\.(?:base_?)?url\w*\s*-?\}\})+\/?/i, "/"],
];

/** An address without the tags whose meaning is known; any other is for the site's program to fill in. */
export function filledAddress(written: string): string {
  if (!written.startsWith("{")) return written;
  for (const [tag, address] of knownAddresses) {
    if (tag.test(written)) return written.replace(tag, address);
  }
  return written;
}

/** What a tag of a template says. */
export type TemplateTag = {
  /** The first word: `figure`, `include`, `endquote`. */
  readonly name: string;
  /** Values with a name, in lower case: `src`, `caption`. */
  readonly named: ReadonlyMap<string, string>;
  /** Values without one, in order. */
  readonly values: readonly string[];
};

const word =
  /([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s"',]+))|"([^"]*)"|'([^']*)'|([^\s"',]+)/g;

/** Reads a tag of a template. */
export function templateTag(tag: string): TemplateTag {
  const content = tag.replace(/^\{[{%:][<%]?-?|-?[>%]?[%}]?\}$/g, "");
  const named = new Map<string, string>();
  const values: string[] = [];
  for (const [, key, ...found] of content.matchAll(word)) {
    const value = found.find((each) => each !== undefined) ?? "";
    if (key === undefined) values.push(value);
    else named.set(key.toLowerCase(), value);
  }
  const [name = "", ...rest] = values;
  return { name, named, values: rest };
}

/** A picture that a tag of a template shows. */
export type TemplatePicture = {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
};

const pictureFile = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)(?:[?#].*)?$/i;

/** The picture that a tag names by its file; undefined when it names none, or only what a site's program knows. */
export function templatePicture({ named, values }: TemplateTag): TemplatePicture | undefined {
  const src = [...named.values(), ...values].find((value) => pictureFile.test(value));
  if (src === undefined) return undefined;
  // `{% asset_img pier.jpg 400 300 "The pier" %}` names nothing but has its text last.
  const last = values.at(-1) ?? "";
  return {
    // As in Markdown's own addresses, a backslash before punctuation is none.
    src: src.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, ""),
    alt: named.get("alt") ?? (/\s/.test(last) ? last : ""),
    caption: named.get("caption") ?? named.get("title") ?? "",
    credit: named.get("credit") ?? named.get("attr") ?? named.get("attribution") ?? "",
  };
}

/** A tag whose content, up to the tag that ends it, is no Markdown: code, or what nobody is to read. */
const pairBegin = /\{%-?\s*(highlight|codeblock|comment)\b([^%]{0,200})%\}/y;

/** Code or a comment between two tags of a template. */
export type TemplatePair = {
  readonly end: number;
  readonly isComment: boolean;
  /** The language named in the first tag; empty when none is. */
  readonly language: string;
  readonly content: string;
};

/** The text last looked at, and from where on what has no end in it. */
let unclosed: { readonly text: string; readonly from: Map<string, number> } = {
  text: "",
  from: new Map(),
};

/** The pair that begins at a place in a text; undefined when none does, or it never ends. */
export function templatePair(text: string, from: number): TemplatePair | undefined {
  pairBegin.lastIndex = from;
  const [tag = "", name = "", rest = ""] = pairBegin.exec(text) ?? [];
  if (tag === "") return undefined;
  if (unclosed.text !== text) unclosed = { text, from: new Map() };
  if (from >= (unclosed.from.get(name) ?? Infinity)) return undefined;
  const end = new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`, "g");
  end.lastIndex = from + tag.length;
  const found = end.exec(text);
  if (found === null) {
    unclosed.from.set(name, from);
    return undefined;
  }
  const language = name === "highlight" ? /^\s*([\w+#.-]+)/ : /\blang:([\w+#.-]+)/;
  return {
    end: found.index + found[0].length,
    isComment: name === "comment",
    language: language.exec(rest)?.[1] ?? "",
    content: text.slice(from + tag.length, found.index).replace(/^[ \t]*\n/, ""),
  };
}
