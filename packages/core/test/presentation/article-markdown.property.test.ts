import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";
import { articleMarkdown } from "../../src/presentation/article-markdown.ts";
import { anArticle } from "./an-article.ts";

function again(article: Article): Article {
  const text = articleMarkdown(article, "UTC");
  return parseArticle({ path: "again.md", text }).article;
}

/** Words and signs, all of those that mean something in Markdown among them. */
const text = fc
  .array(
    fc.constantFrom(
      ..."bridge ferry ស្ពាន 橋 1. 2) - + * _ # ## > < & &amp; &lt; [ ] ( ) ! | ~ ~~ ` `` \\ --- === : ; $ % @ ' \" <b> [a](b) ![c](d) *e* __f__ 12 = { } ^ / http".split(
        " ",
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => words.join(" "))
  .filter((line) => /\p{L}/u.test(line));

function paragraph(line: string): Article["blocks"][number] {
  return { type: "paragraph", lines: [9, 9], children: [{ type: "text", text: line }] };
}

describe("Markdown of an article, read again", () => {
  it("says the same, whatever signs the text holds", () => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 4 }), (headline, lines) => {
        const article = anArticle({
          headline,
          blocks: [paragraph("It begins here, as it must."), ...lines.map(paragraph)],
        });
        const { headline: title, blocks } = again(article);
        expect(title).toBe(headline);
        expect(plainText({ blocks })).toBe(plainText(article));
      }),
      { numRuns: 500 },
    );
  });

  it("has the same blocks", () => {
    const written = `---
title: A bridge, a ferry
date: 2024-05-02T08:15:00Z
category: NATIONAL
tags: [river, road]
author: [Srey Veal, Dara Meas]
language: en
---

## Who pays

The crossing fed *three hundred* **households**, ~~or more~~ and \`code\` with a
[link](https://news.example/a_b).

> “It is late,” she said.

1. one
2. two

   more of two

- a
- b

\`\`\`js
let a = "\`\`";
\`\`\`

| a | b |
|---|--:|
| 1 | 2 |

![A boat](https://images.example/boat.jpg)

The last ferry. RIVER GAZETTE

***

The end.
`;
    const first = parseArticle({ path: "a.md", text: written }).article;
    const second = again(first);
    const bare = (article: Article): unknown =>
      JSON.parse(JSON.stringify(article.blocks, (key, value) => (key === "lines" ? 0 : value)));
    expect(bare(second)).toEqual(bare(first));
    expect(second.datePublished?.instant).toBe(first.datePublished?.instant);
    for (const field of ["headline", "section", "keywords", "author"] as const) {
      expect(second[field], field).toMatchObject(first[field] ?? {});
    }
  });
});
