import { cleanText, trimSpace } from "../text/clean-text.ts";
import type { Inline } from "./block.ts";
import type { BlockTree } from "./block-tree.ts";
import { mergeText } from "./inlines.ts";
import type { Stretch } from "./text-run.ts";

/** What the body of an article is read with. */
export type BlockContext = {
  /** The line in the file of a line of the Markdown text, counted from 0. */
  readonly lineOf: (line: number) => number;
  /** An address as it may be followed; undefined when it may not. The line is the file's. */
  readonly resolve: (url: string, line: number) => string | undefined;
  /** Called for a script, style or embedded page that is left out. */
  readonly dropped: (text: string, line: number) => void;
  /** Called for a tag of a template, or a component, that is left out. */
  readonly templateLeftOut: (text: string, line: number) => void;
  /** Called when quotations and lists are nested too deeply to be read as such. */
  readonly tooDeep: () => void;
};

/** A body that is being read, and what it has become so far. */
export type BodyReading = { readonly tree: BlockTree; readonly context: BlockContext };

/** The tags of the element that WordPress writes around a picture and its caption. */
const captionTags = /(\[\/?caption(?:\s[^\]\n]*)?\])/;

/** Adds a text that stands on one line. */
export function addText(reading: BodyReading, text: string): void {
  if (!text.includes("caption")) addPlainText(reading, text);
  else {
    for (const [index, part] of text.split(captionTags).entries()) {
      if (index % 2 === 0) addPlainText(reading, part);
      else if (part.startsWith("[/")) reading.tree.closeHtml("[caption]");
      else if (!reading.tree.open("figure", "[caption]", "html")) reading.context.tooDeep();
    }
  }
}

function addPlainText({ tree }: BodyReading, text: string): void {
  if (text !== "") tree.text().add({ type: "text", text: cleanText(text) }, tree.line, tree.line);
}

/** Adds the end of a line of the source, and goes on with the next. */
export function addLineEnd({ tree }: BodyReading, inline: Inline): void {
  tree.text().add(inline, tree.line, tree.line);
  tree.at++;
}

/** Adds a picture. One whose address may not be followed leaves its text. */
export function addPicture(reading: BodyReading, src: string, alt: string, title = ""): void {
  const { tree, context } = reading;
  const url = context.resolve(src, tree.line);
  const text = trimSpace(cleanText(alt).replaceAll("\n", " "));
  // A mailbox is no picture.
  if (url === undefined || url.startsWith("mailto:")) {
    addText(reading, text);
    return;
  }
  const caption = trimSpace(cleanText(title).replaceAll("\n", " "));
  const image = { type: "image", url, alt: text } as const;
  tree.text().add(caption === "" ? image : { ...image, caption }, tree.line, tree.line);
}

/** A stretch of emphasis; an empty one leaves nothing. */
export function emphasis(name: string, type: "emphasis" | "strong" | "strikethrough"): Stretch {
  return {
    name,
    make: (children) => (children.length === 0 ? [] : [{ type, children: mergeText(children) }]),
  };
}

/** A link; its text alone where the address may not be followed, or inside another link. */
export function link(
  name: string,
  href: string | undefined,
  { tree, context }: BodyReading,
): Stretch {
  const url = href === undefined ? undefined : context.resolve(href, tree.line);
  const isInside = tree.text().isOpen("a") || tree.text().isOpen("link");
  return {
    name,
    make: (children) =>
      url === undefined || isInside || children.length === 0
        ? children
        : [{ type: "link", url, children: mergeText(children) }],
  };
}
