import { describe, expect, it } from "vitest";
import { type ParsedArticle, parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";
import { summarise } from "../../src/article/summarise.ts";
import { makeProblem } from "../../src/problem.ts";

function parse(text: string, path = "2024/11/ferry.md"): ParsedArticle {
  return parseArticle({ path, text }, { timeZone: "Asia/Phnom_Penh" });
}

/** `code@line value` of each problem. */
function problemsOf(text: string): readonly string[] {
  return parse(text).problems.map(({ code, line, value }) =>
    `${code}@${line === undefined ? "" : String(line)} ${value ?? ""}`.trim(),
  );
}

const post = `---
layout: post
code: "ART2411261346E3NV8A"
origin_url: "https://www.gazette.example/national/ferry-families"
image: "https://images.gazette.example/ferry.jpg"
title: "Ferry families ask who pays"
description: "The crossing fed three hundred households."
category: "NATIONAL"
author: "By Srey Veal and Dara Meas"
tags: [river, bridge, river]
language: "en"
date: 2024-11-26 15:20
lastmod: 27 Nov 2024
---

# Ferry families ask who pays

![](https://images.gazette.example/landing.jpg)

Families wait at the landing on November 25. SREY VEAL

The first ferry of the day left at ten past five.

“We were told to wait,” said one.
`;

describe("an article with front matter", () => {
  const { article, problems } = parse(post);

  it("has the values that its author wrote", () => {
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      id: "ART2411261346E3NV8A",
      path: "2024/11/ferry.md",
      code: "ART2411261346E3NV8A",
      codeTime: { local: "2024-11-26T13:46" },
      headline: "Ferry families ask who pays",
      description: "The crossing fed three hundred households.",
      standfirst: true,
      lead: "The first ferry of the day left at ten past five.",
      section: { written: "NATIONAL", key: "national", label: "National" },
      keywords: ["river", "bridge"],
      inLanguage: "en",
      datePublished: { written: "2024-11-26 15:20", instant: "2024-11-26T08:20:00.000Z" },
      dateModified: { written: "27 Nov 2024", precision: "day" },
      author: ["Srey Veal", "Dara Meas"],
      image: { url: "https://images.gazette.example/ferry.jpg" },
      originUrl: "https://www.gazette.example/national/ferry-families",
      sourceHost: "gazette.example",
      draft: false,
      provenance: { frontMatter: "yaml", inferred: [] },
      extra: { layout: "post" },
    });
  });

  it("has neither the heading that repeats the headline nor captions in its text", () => {
    expect(plainText(article)).toBe(
      "The first ferry of the day left at ten past five.\n\n“We were told to wait,” said one.",
    );
    expect(article).toMatchObject({ wordCount: 18, readingMinutes: 1 });
  });

  it("is a summary without its body", () => {
    const summary = summarise(article);
    expect(Object.keys(article).filter((key) => !(key in summary))).toEqual([
      "code",
      "codeTime",
      "figures",
      "blocks",
      "extra",
    ]);
  });
});

describe("an article without front matter", () => {
  it("takes headline, description and language from its text, and says so", () => {
    const text = `The ferry families of the two towns have asked the ministry who is to pay them, and when that will be, and how much. They wait for an answer.\n${"It has been said that the letters are on the way. ".repeat(3)}`;
    expect(parse(text, "000_0fc7.txt").article).toMatchObject({
      id: "000_0fc7",
      headline: "The ferry families of the two towns have asked the ministry who is to pay them",
      description:
        "The ferry families of the two towns have asked the ministry who is to pay them, and when that will be, and how much.",
      standfirst: false,
      inLanguage: "en",
      keywords: [],
      author: [],
      provenance: { frontMatter: "none", inferred: ["headline", "description", "inLanguage"] },
    });
  });

  it("takes its language from the description too, where the text is too short or is code", () => {
    const text =
      "---\ntitle: Pier\ndescription: What was said of the pier, and by whom.\n---\n    pier --new\n";
    expect(parse(text).article.inLanguage).toBe("en");
  });

  it("takes its headline from a heading before any text, which is then not text again", () => {
    const { article } = parse(
      "![](a.jpg)\n\n## The *last* ferry\n\nIt left at noon.\n\n## After\n\nNothing.\n",
    );
    expect(article.headline).toBe("The last ferry");
    expect(article.blocks.map(({ type }) => type)).toEqual([
      "figure",
      "paragraph",
      "heading",
      "paragraph",
    ]);
  });

  it("takes no later heading for its headline", () => {
    expect(parse("It left at noon.\n\n## After\n\nNothing.\n").article.headline).toBe(
      "It left at noon",
    );
  });

  it("is known by its file's name when it has no text, or by its folder's", () => {
    expect(parse("").article).toMatchObject({
      headline: "ferry",
      wordCount: 0,
      readingMinutes: 0,
      blocks: [],
    });
    expect(parse("", "news/index.md").article.headline).toBe("news");
    expect(problemsOf("")).toEqual(["headline-missing@"]);
  });

  it("passes over a paragraph that only includes a template", () => {
    expect(parse("{% include notice.html %}\n\nThe ferry left.\n").article).toMatchObject({
      headline: "The ferry left",
      lead: "The ferry left.",
    });
  });
});

describe("what does not fit together", () => {
  it("is a description that repeats the headline", () => {
    const text = "---\ntitle: The ferry\ndescription: the FERRY.\n---\nText.";
    expect(problemsOf(text)).toEqual(["description-repeats-headline@3 the FERRY."]);
    expect(parse(text).article).toMatchObject({ description: "the FERRY.", standfirst: false });
  });

  it("is a date that is none, which stays as it was written", () => {
    const text = "---\ntitle: A\ndate: 2024-02-31\nupdated: 5/6/2024\n---\nText.";
    expect(problemsOf(text)).toEqual(["date-impossible@3 2024-02-31", "date-ambiguous@4 5/6/2024"]);
    expect(parse(text).article.datePublished).toBe(undefined);
    expect(parse(text).article.extra).toEqual({ date: "2024-02-31", updated: "5/6/2024" });
  });

  it("is an offset that no time zone has; the day holds", () => {
    const text = "---\ntitle: A\ndate: 2024-11-26T13:41+15:00\n---\nText.";
    expect(problemsOf(text)).toEqual(["date-offset@3 2024-11-26T13:41+15:00"]);
    expect(parse(text).article.datePublished).toMatchObject({ precision: "day", offset: null });
  });

  it("is a language that the text is not in; the declared one holds", () => {
    const body = "អាជ្ញាធរបានអំពាវនាវដល់ម្ចាស់សំណង់ឱ្យរុះរើចេញខ្លួនឯងមុនថ្ងៃទី២ខែសីហា";
    const text = `---\ntitle: ស្ពាន\nlanguage: en\n---\n${body}`;
    expect(problemsOf(text)).toEqual(["language-contradicted@3 en, but it reads as km"]);
    expect(parse(text).article.inLanguage).toBe("en");
  });

  it("is a language that nobody knows, or that is named by its country", () => {
    const km = "អាជ្ញាធរបានអំពាវនាវដល់ម្ចាស់សំណង់ឱ្យរុះរើចេញខ្លួនឯង";
    expect(parse(`---\ntitle: A\nlang: klingonese\n---\n${km}`).article).toMatchObject({
      inLanguage: "km",
      provenance: { inferred: ["description", "inLanguage"] },
    });
    expect(problemsOf(`---\ntitle: A\nlang: kh\n---\n${km}`)).toEqual(["language-informal@3 kh"]);
  });

  it("is an address that would run something or lead out of the archive", () => {
    const text =
      "---\ntitle: A\norigin_url: javascript:alert(1)\nimage: ../../../etc/passwd\n---\n[b](data:text/html,x) c\n";
    expect(problemsOf(text)).toEqual([
      "url-unsafe@3 javascript:alert(1)",
      "url-unsafe@4 ../../../etc/passwd",
      "url-unsafe@6 data:text/html,x",
    ]);
    expect(JSON.stringify({ ...parse(text).article, extra: {} })).not.toMatch(
      /javascript|passwd|data:/,
    );
  });

  it("is a code that is no part of an address", () => {
    expect(parse("---\ncode: ../a b\ntitle: A\n---\nText.").article.id).toBe("a-b");
    expect(problemsOf("---\ncode: ../a b\ntitle: A\n---\nText.")).toEqual([
      "code-changed@2 ../a b",
    ]);
    expect(parse('---\ncode: "…"\ntitle: A\n---\nText.').article.id).toBe("2024-11-ferry");
    expect(problemsOf('---\ncode: "…"\ntitle: A\n---\nText.')).toEqual(["code-unusable@2 …"]);
  });

  it("is a list where one line is meant", () => {
    const text = "---\ntitle: [A, B]\n---\nThe text.";
    expect(parse(text).article).toMatchObject({
      headline: "The text",
      extra: { title: ["A", "B"] },
    });
    expect(problemsOf(text)).toEqual(['value-unusable@2 title: ["A","B"]']);
  });

  it("is a text that is missing", () => {
    expect(problemsOf("---\ntitle: A\n---\n")).toEqual(["text-missing@"]);
  });

  it("is not looked for in a file that could not be read", () => {
    const problems = [makeProblem("file-unreadable", { path: "a.md", value: "permission denied" })];
    expect(parseArticle({ path: "a.md", text: "", problems }).problems).toEqual(problems);
  });
});

describe("hostile values", () => {
  it("hold no escape sequence, wherever they stand and however they are written", () => {
    const text = `---
title: "\\e[31mRed \\x9b1m\\u202eferry"
tags: ["\\e]0;owned\\a"]
author: "\\e[2JSrey"
layout: {"\\e[1mkey": "\\e[1mvalue"}
---
Text &#27;[31m \u001b[31m here.
`;
    const { article, problems } = parse(text);
    expect(article).toMatchObject({ headline: "Red ferry", author: ["Srey"], keywords: [] });
    // oxlint-disable-next-line no-control-regex -- it looks for control characters
    expect(JSON.stringify(article)).not.toMatch(
      /\\u00(?:0[^9a]|1|7f|8|9)|\\u202e|[\u007f-\u009f\u202e]/,
    );
    expect(problems.map(({ code, line, column, value }) => [code, line, column, value])).toEqual([
      ["control-characters", 2, 9, "U+001B"],
      ["control-characters", 3, 9, "U+001B"],
      ["control-characters", 4, 10, "U+001B"],
      ["control-characters", 5, 11, "U+001B"],
      ["control-characters", 7, 16, "U+001B"],
    ]);
  });

  it("of HTML in a title are text, without formatting", () => {
    const text = '---\ntitle: "<em>Two</em> &amp; <script>alert(1)</script> Vec<T>"\n---\nText.';
    expect(parse(text).article.headline).toBe("Two & <script>alert(1)</script> Vec<T>");
    expect(problemsOf(text)[0]).toMatch(/^headline-markup@2 /);
  });

  it("that are too long for a line are cut, with a problem", () => {
    const text = `---\ntitle: ${"x".repeat(10_000)}\n---\nText.`;
    expect(parse(text).article.headline).toHaveLength(4096);
    expect(problemsOf(text)).toEqual(["value-too-long@2 title"]);
  });

  it("named like what every object has are kept as unknown fields", () => {
    const { extra } = parse("---\ntitle: A\n__proto__: x\nconstructor: y\n---\nText.").article;
    expect(Object.entries(extra)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });
});

describe("the settings of an archive", () => {
  it("give the language of an article that shows none", () => {
    const { article } = parseArticle({ path: "a.md", text: "Sok Dara" }, { language: "km" });
    expect(article).toMatchObject({
      inLanguage: "km",
      provenance: { inferred: ["headline", "description", "inLanguage"] },
    });
  });

  it("give the zone of dates that name none; without them it is UTC", () => {
    const text = "---\ntitle: A\ndate: 2024-11-26\n---\nText.";
    expect(parse(text).article.datePublished?.epochMs).toBe(Date.UTC(2024, 10, 25, 17));
    expect(parseArticle({ path: "a.md", text }).article.datePublished?.epochMs).toBe(
      Date.UTC(2024, 10, 26),
    );
  });
});
