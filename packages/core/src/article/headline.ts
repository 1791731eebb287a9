import { trimSpace } from "../text/clean-text.ts";
import { fold } from "../text/fold.ts";
import type { Block, Inline } from "./block.ts";
import { isTitleLine } from "./body-shape.ts";
import { peopleInByline } from "./byline.ts";
import { inlineText } from "./inlines.ts";
import { firstSentence, sentenceWithin } from "./sentences.ts";

/** Widest headline that is made from a sentence, in columns: one line of a wide terminal. */
const maxHeadlineColumns = 100;

/** Longest ending, in letters, that a heading may have beside the name of its file, which is longer still. */
const maxEnding = 2;

/** A headline, and the blocks without the heading that it is. */
export type Headline = {
  readonly headline: string;
  /** What it was taken from. */
  readonly from: "title" | "heading" | "sentence" | "name" | "path";
  readonly blocks: readonly Block[];
};

/**
 * The headline of an article: the title that was written; else a heading before any text, if it heads all of
 * it or says what the file is called; else a first line that reads as a title; else the first sentence; else
 * what front matter calls the thing (`name`); else the file's name. A first heading that says the same is not
 * text again.
 */
export function headlineOf(
  title: string | undefined,
  blocks: readonly Block[],
  path: string,
  name?: string,
): Headline {
  const heading = firstHeading(blocks);
  const text = heading && oneLine(heading.children);
  if (title !== undefined) {
    const repeated = text !== undefined && saysTheSame(text, title);
    return { headline: title, from: "title", blocks: repeated ? without(blocks, heading) : blocks };
  }
  const isTitle =
    text !== undefined && (isNamedBy(path, text) || !isOneOfSections(heading, blocks));
  if (isTitle && text !== "") {
    return { headline: text, from: "heading", blocks: without(blocks, heading) };
  }
  const line = titleLine(blocks);
  if (line !== undefined) {
    return { headline: oneLine(line.children), from: "heading", blocks: without(blocks, line) };
  }
  const paragraph = firstParagraph(blocks);
  if (paragraph !== undefined) {
    const sentence = sentenceWithin(firstSentence(paragraph), maxHeadlineColumns);
    // Nothing is left of a paragraph that is only a full stop.
    return { headline: sentence || paragraph, from: "sentence", blocks };
  }
  if (name !== undefined) return { headline: name, from: "name", blocks };
  return { headline: nameOf(path), from: "path", blocks };
}

/** Whether two lines say the same, apart from case, accents, punctuation and spaces. */
export function saysTheSame(one: string, other: string): boolean {
  return one === other || comparable(one) === comparable(other);
}

function comparable(text: string): string {
  const letters = fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return letters === "" ? text : letters;
}

type Heading = Extract<Block, { type: "heading" }>;
type Paragraph = Extract<Block, { type: "paragraph" }>;

/** The heading that stands before any text; pictures and rules may come before it. */
function firstHeading(blocks: readonly Block[]): Heading | undefined {
  for (const block of blocks) {
    if (block.type === "heading") return block;
    if (block.type !== "figure" && block.type !== "rule") return undefined;
  }
  return undefined;
}

/** A first paragraph that is one line and reads as the title of the next: people who write bare text mark it so. */
function titleLine(blocks: readonly Block[]): Paragraph | undefined {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph" || first.lines[0] !== first.lines[1]) return undefined;
  const text = oneLine(first.children);
  const next = firstParagraph(rest);
  if (text === "" || next === undefined || peopleInByline(text) !== undefined) return undefined;
  return isTitleLine(text, next) ? first : undefined;
}

/** Whether a small heading has others like it after it: then it heads a part of the text, not the text. */
function isOneOfSections(heading: Heading | undefined, blocks: readonly Block[]): boolean {
  return (
    heading !== undefined &&
    heading.level > 2 &&
    blocks.some(
      (block) => block !== heading && block.type === "heading" && block.level <= heading.level,
    )
  );
}

/** Whether a heading says what the file is called: `prove-payment.md` and "Prove payments". */
function isNamedBy(path: string, text: string): boolean {
  const [name, heading] = [comparable(nameOf(path)), comparable(text)];
  const most = Math.min(maxEnding, name.length - 1);
  return name !== "" && heading.startsWith(name) && heading.length - name.length <= most;
}

function without(blocks: readonly Block[], block: Block | undefined): readonly Block[] {
  return blocks.filter((each) => each !== block);
}

/**
 * The text of the first paragraph, also of one inside a quotation or list. A byline is none, nor is an item
 * that ends with a colon: it only names the items inside it.
 */
export function firstParagraph(
  blocks: readonly Block[],
  inList: boolean = false,
): string | undefined {
  for (const block of blocks) {
    const text =
      block.type === "paragraph"
        ? oneLine(block.children)
        : block.type === "quote"
          ? firstParagraph(block.children)
          : block.type === "list"
            ? firstItemText(block.items)
            : undefined;
    if (text === undefined || text === "" || (inList && /[:：៖]$/u.test(text))) continue;
    if (peopleInByline(text) === undefined) return text;
  }
  return undefined;
}

function firstItemText(items: readonly (readonly Block[])[]): string | undefined {
  for (const item of items) {
    const text = firstParagraph(item, true);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A text as a line of its own, in which a tab is a space. */
function oneLine(children: readonly Inline[]): string {
  return trimSpace(inlineText(children).replace(/[\n\t]/g, " "));
}

/** The people named in a byline before any other text. */
export function bylinePeople(blocks: readonly Block[]): readonly string[] {
  for (const block of blocks) {
    if (block.type === "paragraph") return peopleInByline(inlineText(block.children)) ?? [];
    if (block.type !== "heading" && block.type !== "figure" && block.type !== "rule") break;
  }
  return [];
}

/** The file's name without folders and extension; of an index file, its folder's name. */
function nameOf(path: string): string {
  const [name = "", folder = ""] = path.split("/").toReversed();
  const stem = name.replace(/\.[^.]*$/, "") || name;
  return /^_?index$/i.test(stem) && folder !== "" ? folder : stem;
}
