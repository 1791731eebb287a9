import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/article/block.ts";
import { inlineText } from "../../src/article/inlines.ts";
import { type ParsedArticle, parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";
import { readArticleFile } from "../../src/source/read-article-file.ts";

/** Two real articles and the values that a careful reader gets from them. They are not part of the project. */
const seeds =
  process.env["BROADSHEET_SEEDS"] ?? join(import.meta.dirname, "../../../../../shared/seeds");
const present = existsSync(join(seeds, "expected.json"));
if (!present) console.log(`The seeds are not at ${seeds}: their conformance tests are skipped.`);

type Expected = Record<"post" | "bare", Record<string, unknown>>;

function expectedValues(): Expected {
  return JSON.parse(readFileSync(join(seeds, "expected.json"), "utf8"));
}

function parsed(path: string): ParsedArticle {
  const stamp = { size: 0, modifiedMs: 0, changedMs: 0, inode: 0 };
  return parseArticle(readArticleFile(seeds, { path, stamp }), { timeZone: "Asia/Phnom_Penh" });
}

/** Paragraphs with their line, as the expectation lists them. */
function paragraphs(blocks: readonly Block[]): readonly unknown[] {
  return blocks.flatMap((block) =>
    block.type === "paragraph" ? [{ line: block.lines[0], text: inlineText(block.children) }] : [],
  );
}

describe.runIf(present)("the seed with front matter", () => {
  it("has every expected value", () => {
    const { article, problems } = parsed("003_9998e3ab84582ced.txt");
    const {
      paragraphs: count,
      paragraphTexts,
      figure,
      firstLine,
      lastLine,
      nbspTrimmedAtLines: _,
      ...values
    } = expectedValues().post;
    expect(article).toMatchObject(values);
    expect(article.extra).toEqual(values["extra"]);
    expect(article.figures).toEqual([figure]);
    expect(paragraphs(article.blocks)).toEqual(paragraphTexts);
    expect(article.blocks.slice(1)).toHaveLength(Number(count));
    expect(article.blocks.slice(1).map(({ lines }) => lines[0])).toEqual(
      Array.from({ length: 18 }, (__, index) => Number(firstLine) + 2 * index),
    );
    expect(article.blocks.at(-1)?.lines[1]).toBe(lastLine);
    expect(plainText(article)).not.toMatch(/\u00a0\n/);
    expect(article).toMatchObject({
      standfirst: false,
      readingMinutes: 2,
      provenance: { inferred: [] },
    });
    expect(problems).toMatchObject([
      { code: "description-repeats-headline", severity: "note", line: 7 },
    ]);
  });
});

describe.runIf(present)("the seed of bare text", () => {
  it("has every expected value", () => {
    const { article, problems } = parsed("000_0fc7078be6274077.txt");
    const { paragraphs: count, paragraphTexts, inferred, ...values } = expectedValues().bare;
    expect(article).toMatchObject(values);
    expect(article.provenance).toEqual({ frontMatter: "none", inferred });
    expect(paragraphs(article.blocks)).toEqual(paragraphTexts);
    expect(article.blocks).toHaveLength(Number(count));
    expect(article).toMatchObject({
      inLanguage: "en",
      standfirst: false,
      readingMinutes: 2,
      figures: [],
    });
    for (const absent of ["section", "datePublished", "originUrl", "image", "code", "codeTime"]) {
      expect(article).not.toHaveProperty(absent);
    }
    expect(problems).toEqual([]);
  });
});
