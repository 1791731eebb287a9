import { attribute, type HtmlPiece, htmlPieces, partsParagraphs } from "./html.ts";
import {
  addLineEnd,
  addPicture,
  addText,
  type BodyReading,
  emphasis,
  link,
} from "./body-reading.ts";
import { codeText } from "./inlines.ts";
import { decodeReferences } from "./markdown.ts";
import { readInlineTemplate } from "./read-template.ts";
import { templateParts } from "./template.ts";
import { cleanText } from "../text/clean-text.ts";

type Tag = Extract<HtmlPiece, { type: "tag" }>;

const wrappers: ReadonlyMap<string, "emphasis" | "strong" | "strikethrough"> = new Map([
  ...["em", "i", "cite", "dfn", "var"].map((name) => [name, "emphasis"] as const),
  ...["strong", "b"].map((name) => [name, "strong"] as const),
  ...["s", "del", "strike"].map((name) => [name, "strikethrough"] as const),
]);

const codes: ReadonlySet<string> = new Set(["code", "kbd", "samp", "tt"]);

/** Classes by which the programs that make pages mark the text below a picture. */
const captionClass = /(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])/i;

/** Reads HTML into the blocks that the Markdown around it builds too. */
export function readHtml(html: string, reading: BodyReading): void {
  for (const piece of htmlPieces(html)) {
    if (piece.type === "text") readText(piece.text, reading);
    else if (piece.type === "tag") readTag(piece, reading);
    else {
      if (piece.what !== "comment") reading.context.dropped(piece.text, reading.tree.line);
      reading.tree.at += lineEndsIn(piece.text);
    }
  }
}

/** Any run of spaces in HTML is one space, but in code. */
function readText(text: string, reading: BodyReading): void {
  const { tree } = reading;
  for (const [index, line] of text.split("\n").entries()) {
    const isCode = tree.textKind?.type === "code";
    if (index > 0) {
      if (tree.textKind === undefined) tree.at++;
      else addLineEnd(reading, { type: "text", text: "\n" });
    }
    const parts = isCode || !line.includes("{") ? [line] : templateParts(line);
    for (const [place, part] of parts.entries()) {
      if (place % 2 === 1) readInlineTemplate(part, reading);
      else {
        const decoded = cleanText(decodeReferences(part));
        const shown = isCode ? decoded : decoded.replace(/[ \t\n]+/g, " ");
        if (tree.textKind !== undefined || shown.trim() !== "") {
          addText(reading, index > 0 && place === 0 && !isCode ? shown.trimStart() : shown);
        }
      }
    }
  }
}

function readTag(tag: Tag, reading: BodyReading): void {
  const { tree } = reading;
  const { name, closes } = tag;
  // Programs that colour code put each of its lines in an element of its own.
  const isInCode = tree.textKind?.type === "code" && name !== "pre";
  if (partsParagraphs(name) && !isInCode) {
    if (closes) tree.closeHtml(name);
    else openBlock(tag, reading);
  } else if (!closes) openInline(tag, reading);
  else if (tree.textKind !== undefined) tree.text().end(name, tree.line);
  tree.at += lineEndsIn(tag.attributes);
}

function openInline({ name, attributes }: Tag, reading: BodyReading): void {
  const { tree } = reading;
  const { line, textKind } = tree;
  const wrapper = wrappers.get(name);
  if (name === "br") tree.text().add({ type: "break" }, line, line);
  else if (name === "img") readPicture(attributes, reading);
  else if (textKind?.type === "code") textKind.language ??= languageIn(attributes);
  else if (name === "a") {
    const href = attribute(attributes, "href");
    const address = href === undefined ? undefined : decodeReferences(href);
    tree.text().begin(link(name, address, reading), line);
  } else if (wrapper !== undefined) tree.text().begin(emphasis(name, wrapper), line);
  else if (codes.has(name)) {
    tree.text().begin({ name, make: (children) => codeOf(codeText(children)) }, line);
  }
}

function codeOf(text: string): readonly [{ type: "code"; text: string }] | readonly [] {
  return text === "" ? [] : [{ type: "code", text: text.replaceAll("\n", " ") }];
}

function readPicture(attributes: string, reading: BodyReading): void {
  const src = attribute(attributes, "src") ?? "";
  // Pages that load pictures late hold the address elsewhere, and nothing or a dot in its place.
  const late = /^(?:data:.*)?$/is.test(src) ? attribute(attributes, "data-src") : undefined;
  const alt = attribute(attributes, "alt") ?? "";
  addPicture(reading, decodeReferences(late ?? src), decodeReferences(alt));
}

function openBlock({ name, attributes }: Tag, reading: BodyReading): void {
  const { tree } = reading;
  tree.beginBlock("html");
  switch (name) {
    case "blockquote":
      open(reading, "quote", name);
      return;
    case "ul":
    case "menu":
    case "dir":
      open(reading, "list", name);
      return;
    case "ol":
      open(reading, "list", name, { start: wholeNumber(attribute(attributes, "start")) ?? 1 });
      return;
    case "li":
      if (tree.backTo("list", "table")) open(reading, "item", name);
      return;
    case "table":
      open(reading, "table", name);
      return;
    case "tr":
      if (tree.backTo("table")) open(reading, "row", name);
      return;
    case "td":
    case "th":
      openCell(name, attributes, reading);
      return;
    case "thead":
    case "tbody":
    case "tfoot":
      tree.backTo("table");
      return;
    case "figure":
      open(reading, "figure", name);
      return;
    case "caption":
    case "figcaption":
      open(reading, "caption", name);
      return;
    case "pre":
      tree.beginText({ type: "code", language: languageIn(attributes) });
      return;
    case "dt":
      tree.text().begin(emphasis(name, "strong"), tree.line);
      return;
    case "hr":
      tree.add({ type: "rule", lines: [tree.line, tree.line] });
      return;
    default:
      if (/^h[1-6]$/.test(name)) tree.beginText({ type: "heading", level: Number(name.slice(1)) });
      else if (captionClass.test(attribute(attributes, "class") ?? "")) {
        open(reading, "caption", name);
      }
  }
}

function open(
  { tree, context }: BodyReading,
  kind: Parameters<typeof tree.open>[0],
  name: string,
  opening?: Parameters<typeof tree.open>[3],
): void {
  if (!tree.open(kind, name, "html", opening)) context.tooDeep();
}

function openCell(name: string, attributes: string, reading: BodyReading): void {
  const { tree } = reading;
  if (!tree.backTo("row", "table")) {
    if (!tree.backTo("table")) return;
    open(reading, "row", "tr");
  }
  const align = /\b(left|center|right)\b/i.exec(
    attribute(attributes, "align") ??
      /text-align\s*:\s*(\w+)/i.exec(attribute(attributes, "style") ?? "")?.[1] ??
      "",
  )?.[1];
  open(reading, "cell", name, { isHead: name === "th", align: sideNamed(align) });
}

/** The side of a cell on which its text stands. */
export function sideNamed(name = ""): "left" | "center" | "right" | undefined {
  const side = name.toLowerCase();
  return side === "left" || side === "center" || side === "right" ? side : undefined;
}

/** `language-js`, `lang-js`, `brush: js`, or `lang="js"`: how pages name the language of their code. */
function languageIn(attributes: string): string | undefined {
  const named = /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#.-]+)/.exec(
    attribute(attributes, "class") ?? "",
  );
  return named?.[1];
}

function wholeNumber(text = ""): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function lineEndsIn(text: string): number {
  return text.includes("\n") ? text.split("\n").length - 1 : 0;
}
