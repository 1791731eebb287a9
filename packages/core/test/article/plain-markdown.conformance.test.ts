import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMarkdown, readWholeMarkdown } from "../../src/article/markdown.ts";
import { splitFrontMatter } from "../../src/front-matter/split-front-matter.ts";
import { cleanText } from "../../src/text/clean-text.ts";
import { corpus } from "../corpora.ts";
import { commonMarkExamples } from "./commonmark-examples.ts";
import { markdownShape } from "./markdown-shape.ts";

/** Of the thousands of articles of weblogs one in so many is read, which takes a few seconds. */
const oneIn = { md: 50, edge: 1, khmer: 1 } as const;

describe.for(Object.entries(oneIn))("the articles of %s", ([name, step]) => {
  const folder = corpus(name);
  it.skipIf(folder === undefined)("are read as by the whole parser", { timeout: 300_000 }, () => {
    const files = readdirSync(folder ?? "", { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .filter((_, index) => index % step === 0);
    const otherwise = files.filter((file) => {
      const text = cleanText(readFileSync(file, "utf8"));
      return !agrees(splitFrontMatter(text, file).body);
    });
    expect(files.length).toBeGreaterThan(100);
    expect(otherwise).toEqual([]);
  });
});

const specification = corpus("formats/commonmark-spec/spec.txt");

describe.skipIf(specification === undefined)("CommonMark's examples", () => {
  const examples = specification === undefined ? [] : commonMarkExamples(specification);

  it("are read as by the whole parser, alone and before and after text", () => {
    const otherwise = examples.filter(
      ({ markdown }) =>
        !agrees(markdown) ||
        !agrees(`Before it.\n\n${markdown}\nAfter it.\n`) ||
        !agrees(`# A heading\n${markdown}\n\nAfter it.\n\n${markdown}`),
    );
    expect(otherwise.map(({ number }) => number)).toEqual([]);
  });
});

/** Whether a text is read as the whole parser reads it; one that is nested too deeply is not read at all. */
function agrees(markdown: string): boolean {
  const read = readMarkdown(markdown);
  const whole = readWholeMarkdown(markdown);
  return read === undefined || shapes(read) === shapes(whole);
}

function shapes(tokens: ReturnType<typeof readWholeMarkdown>): string {
  return JSON.stringify(tokens.map(markdownShape));
}
