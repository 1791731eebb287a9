import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";
import { corpus } from "../corpora.ts";
import { shapeOf } from "./block-shape.ts";
import { commonMarkExamples, type Example } from "./commonmark-examples.ts";
import { expectedBlocks, expectedText } from "./expected-blocks.ts";

const specification = corpus("formats/commonmark-spec/spec.txt");

/** Examples whose text we keep to the letter, in other blocks than the specification has. */
const otherBlocks: { readonly [reason: string]: readonly number[] } = {
  "The tags of HTML part paragraphs and are gone; what looks like a tag and is none in HTML is text.":
    [
      31, 148, 149, 150, 152, 153, 154, 155, 159, 160, 161, 162, 165, 167, 168, 169, 170, 171, 175,
      176, 177, 182, 184, 186, 187, 188, 190, 191, 192, 193, 203, 478, 479, 493, 496, 615, 616, 617,
      625, 632,
    ],
  "A link without text is none.": [486],
  "An address with a backslash in its path is not followed: browsers read it as a slash.": [605],
};

/** Examples of which we keep another text. */
const otherText: { readonly [reason: string]: readonly number[] } = {
  "Inside an element that HTML does not have, Markdown is Markdown.": [164],
  "Inside a text area, Markdown is Markdown.": [173],
  "A link may hold what looks like a tag and is none in HTML.": [526, 538],
  "Doubled brackets are a link between notes.": [550, 592],
  "Text straight below a picture is its caption.": [589],
  "A tag with faulty attributes is a tag all the same.": [621, 624, 626],
};

describe.skipIf(specification === undefined)("CommonMark's examples", () => {
  const examples = specification === undefined ? [] : commonMarkExamples(specification);
  const found = Map.groupBy(examples, agreement);

  it("are all there", () => {
    expect(examples.map(({ number }) => number)).toEqual(
      Array.from({ length: 655 }, (_, index) => index + 1),
    );
  });

  it("have the blocks that the specification has, but for those named here", () => {
    expect(numbers(found.get("text"))).toEqual(
      Object.values(otherBlocks).flat().toSorted(ascending),
    );
  });

  it("have the text that the specification has, but for those named here", () => {
    expect(numbers(found.get("none"))).toEqual(Object.values(otherText).flat().toSorted(ascending));
  });
});

/** How far what we make of an example agrees with its HTML. */
function agreement({ markdown, html }: Example): "blocks" | "text" | "none" {
  // A paragraph before it makes it part of an article: its lines are Markdown, its heading no headline.
  const text = `---\ntitle: An example\n---\nBefore it.\n\n${markdown}`;
  const path = "example.md";
  const [before, ...blocks] = parseArticle({ path, text }).article.blocks;
  expect(before).toMatchObject({ type: "paragraph", lines: [4, 4] });
  const shapes = JSON.stringify(blocks.map(shapeOf));
  if (shapes === JSON.stringify(expectedBlocks(html, path))) return "blocks";
  return plainText({ blocks }).replaceAll(/\s/g, "") === expectedText(html) ? "text" : "none";
}

function numbers(examples: readonly Example[] = []): readonly number[] {
  return examples.map(({ number }) => number);
}

function ascending(a: number, b: number): number {
  return a - b;
}
