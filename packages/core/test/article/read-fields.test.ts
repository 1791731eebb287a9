import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";

function articleOf(text: string): Article {
  return parseArticle({ path: "2024/11/ferry.md", text }).article;
}

describe("the names of fields", () => {
  it("are understood in the ways that people write them", () => {
    const text =
      "---\nHeadline: A\nSummary: B\nPubDate: 2024-11-26\nlast_modified_at: 2024-11-27\nLang: fr\ncategories: [C, D]\nkeywords: E, F\nAuthors:\n  - name: G\ncover: h.jpg\ncanonical_url: https://example.org/\n---\nTexte.";
    expect(articleOf(text)).toMatchObject({
      headline: "A",
      description: "B",
      datePublished: { written: "2024-11-26" },
      dateModified: { written: "2024-11-27" },
      inLanguage: "fr",
      section: { key: "c" },
      keywords: ["E", "F", "D"],
      author: ["G"],
      image: { url: "2024/11/h.jpg" },
      originUrl: "https://example.org/",
      extra: {},
    });
  });

  it("that are second best stay among the unknown when the best is there", () => {
    const article = articleOf("---\ntitle: A\nheadline: B\nlink: /local\n---\nText.");
    expect(article).toMatchObject({ headline: "A", extra: { headline: "B", link: "/local" } });
    expect(article.originUrl).toBe(undefined);
  });

  it("with nothing written after them are as if they were not there", () => {
    const text = "---\ntitle: A\ndate:\ntags: []\nauthor: ~\nimage:\n  url: ''\n---\nText.";
    expect(parseArticle({ path: "a.md", text }).problems).toEqual([]);
    expect(articleOf(text).extra).toEqual({});
  });

  it.for([
    ["draft: true", true],
    ["draft: Yes", true],
    ["draft: false", false],
    ["published: false", true],
    ["published: true", false],
  ] as const)("make a draft or not: %s", ([line, draft]) => {
    expect(articleOf(`---\ntitle: A\n${line}\n---\nText.`).draft).toBe(draft);
  });

  it("may give the day under published", () => {
    expect(articleOf("---\ntitle: A\npublished: 2024-11-26\n---\nText.")).toMatchObject({
      datePublished: { written: "2024-11-26" },
      draft: false,
    });
  });
});

describe("a header without fences", () => {
  it("has the same fields, and names of its own", () => {
    const text =
      "[#]: subject: (The ferry)\n[#]: via: (https://gazette.example/ferry)\n[#]: author: (Srey Veal https://gazette.example/srey)\n\nThe last one\n=====\n\nIt left.";
    expect(articleOf(text)).toMatchObject({
      headline: "The ferry",
      originUrl: "https://gazette.example/ferry",
      author: ["Srey Veal"],
      provenance: { frontMatter: "header" },
      extra: {},
    });
    expect(articleOf("---\nsubject: Rivers\n---\nIt left.")).toMatchObject({
      headline: "It left",
      extra: { subject: "Rivers" },
    });
  });

  it("may be followed by the title, under a line or after a sign", () => {
    for (const title of ["The ferry\n=========", "# The ferry"]) {
      const text = `Date: 2024-11-26\nCategory: News\n\n${title}\n\nIt left.`;
      expect(articleOf(text)).toMatchObject({ headline: "The ferry", section: { key: "news" } });
    }
  });
});

describe("a clipping", () => {
  const header = `---
title: "The ferry"
source: "https://gazette.example/ferry"
author:
  - "[[Srey Veal]]"
  - "[[people/dara|Dara Meas]]"
published: 2024-11-26
created: 2024-12-01
tags:
  - "clippings"
---
It left.`;

  it("was published before it was clipped, by the people whose notes it links", () => {
    expect(articleOf(header)).toMatchObject({
      originUrl: "https://gazette.example/ferry",
      author: ["Srey Veal", "Dara Meas"],
      datePublished: { written: "2024-11-26" },
      draft: false,
      extra: { created: "2024-12-01" },
    });
  });

  it("that does not say when it was published has the day on which it was created", () => {
    const { datePublished } = articleOf(header.replace("published: 2024-11-26", "published:"));
    expect(datePublished?.written).toBe("2024-12-01");
  });

  it("may name several people in one text, and a section by a link", () => {
    const text = `---\nauthor: "[[Srey]], [[Dara]]"\nby: "[[]]"\ncategory: "[[National]]"\n---\nIt left.`;
    expect(articleOf(text)).toMatchObject({
      author: ["Srey", "Dara"],
      section: { key: "national" },
    });
  });
});

describe("a status", () => {
  it.for([
    ["draft", true, {}],
    ["Private", true, {}],
    ["published", false, { Status: "published" }],
    ["resolved", false, { Status: "resolved" }],
  ] as const)("%s makes a draft: %s", ([status, draft, extra]) => {
    const article = articleOf(`Title: A\nStatus: ${status}\n\nIt left.`);
    expect(article).toMatchObject({ draft, extra });
  });
});

describe("fields in a map of their own", () => {
  const zola = `+++
title = "The ferry"
[taxonomies]
tags = ["river"]
categories = ["National"]
series = ["Crossings"]
[extra]
author = "Srey Veal"
image = "ferry.jpg"
title = "Another"
tags = []
comment = false
+++
It left.`;

  it("are the article's, and what is unknown of them stays where it was", () => {
    expect(articleOf(zola)).toMatchObject({
      headline: "The ferry",
      keywords: ["river"],
      section: { key: "national" },
      author: ["Srey Veal"],
      image: { url: "2024/11/ferry.jpg" },
      extra: {
        taxonomies: { series: ["Crossings"] },
        extra: { title: "Another", comment: "false" },
      },
    });
  });

  it("come after all outside", () => {
    const text =
      "---\nparams:\n  title: A\n  author: B\n  summary: C\nheadline: D\nby: E\n---\nIt left.";
    expect(articleOf(text)).toMatchObject({
      headline: "D",
      author: ["E"],
      description: "C",
      extra: { params: { title: "A", author: "B" } },
    });
  });

  it("leave nothing behind when all of them are known", () => {
    const text = '---\ntitle: A\nparams: {author: B, "__proto__": ""}\n---\nIt left.';
    expect(articleOf(text).extra).toEqual({ params: { ["__proto__"]: "" } });
    expect(articleOf("---\ntitle: A\nparams: {author: B}\n---\nIt left.").extra).toEqual({});
  });

  it("are not looked for in other maps, nor in maps within those", () => {
    const text = "---\nseo: {title: A}\nextra: {extra: {title: B}}\n---\nIt left.";
    expect(articleOf(text)).toMatchObject({
      headline: "It left",
      extra: { seo: { title: "A" }, extra: { extra: { title: "B" } } },
    });
  });

  it("are reported where they stand", () => {
    const text = "---\ntitle: A\nparams:\n  x: 1\n  date: soon\n---\nIt left.";
    expect(parseArticle({ path: "a.md", text }).problems).toMatchObject([
      { code: "date-unreadable", line: 5, column: 9, value: "soon" },
    ]);
  });
});

describe("an archive's own names", () => {
  const text = "---\ntitle: A\nKop: B\nkop 2: C\nရက်စွဲ: 2024-11-26\nsource: Srey Veal\n---\nIt left.";
  const fields = { headline: ["kop2", "kop"], datePublished: ["ရက်စွဲ"], author: ["source"] };

  it("come before those that everybody uses, the first of them first", () => {
    expect(parseArticle({ path: "a.md", text }, { fields }).article).toMatchObject({
      headline: "C",
      datePublished: { written: "2024-11-26" },
      author: ["Srey Veal"],
      extra: { title: "A", Kop: "B" },
    });
  });

  it("hold for that archive alone", () => {
    parseArticle({ path: "a.md", text }, { fields });
    expect(articleOf(text)).toMatchObject({ headline: "A", extra: { Kop: "B", "kop 2": "C" } });
  });
});

describe("the names that programs export", () => {
  it.for([
    [
      "Ghost",
      "feature_image: a.jpg\ncustom_excerpt: B\npublished_at: 2024-05-01\nprimary_author: C",
    ],
    ["WordPress", "coverImage: a.jpg\nexcerpt: B\npost_date: 2024-05-01\nauthor: C"],
    ["Astro", "heroImage: a.jpg\ndescription: B\npubDate: 2024-05-01\nauthors: [C]"],
    ["Substack", "image: a.jpg\nsubtitle: B\npublication_date: 2024-05-01\nwriter: C"],
    ["Hugo", "images: [a.jpg, b.jpg]\nsummary: B\npublishDate: 2024-05-01\nby: C"],
  ] as const)("%s are understood", ([, lines]) => {
    expect(articleOf(`---\ntitle: A\n${lines}\n---\nText.`)).toMatchObject({
      image: { url: "2024/11/a.jpg" },
      description: "B",
      datePublished: { written: "2024-05-01" },
      author: ["C"],
      extra: {},
    });
  });

  it("of Docusaurus and Starlight say when a page was changed, or that nobody is to know", () => {
    const changed = "last_update:\n  date: 2024-05-02\n  author: B\n";
    expect(articleOf(`---\ntitle: A\n${changed}---\nText.`).dateModified?.written).toBe(
      "2024-05-02",
    );
    const text = "---\ntitle: A\nlastUpdated: false\n---\nText.";
    const { article, problems } = parseArticle({ path: "a.md", text });
    expect(article.extra).toEqual({ lastUpdated: "false" });
    expect(problems).toEqual([]);
  });

  it("of a picture may say that there is none", () => {
    const text = "---\ntitle: A\nhero: false\nbanner: true\n---\nText.";
    const { article, problems } = parseArticle({ path: "a.md", text });
    expect(article.image).toBe(undefined);
    expect(article.extra).toEqual({ hero: "false", banner: "true" });
    expect(problems).toEqual([]);
  });

  it("of terms of use are kept as they were written", () => {
    const licenses = ["license: CC-BY-4.0", "Licence: CC-BY-4.0", "license: {name: CC-BY-4.0}"];
    for (const line of licenses) {
      expect(articleOf(`---\ntitle: A\n${line}\n---\nText.`).license).toBe("CC-BY-4.0");
    }
    const address = "https://creativecommons.org/licenses/by/4.0/";
    expect(articleOf(`---\nlicense: {url: "${address}"}\n---\nText.`).license).toBe(address);
  });
});

describe("a field that cannot be used", () => {
  it.for([
    ["---\ntitle: A\ndate:   soon\n---\nText.", 3, 9],
    ['---\n"date": "soon"\n---\nText.', 2, 9],
    ['+++\ntitle = "A"\ndate = "soon"\n+++\nText.', 3, 8],
    ['+++\ntitle = "A"\n[extra]\nx = "date"\ndate = "soon"\n+++\nText.', 5, 8],
    ['+++\nextra = { x = 1, date = "soon" }\n+++\nText.', 2, 25],
    ['{\n  "title": "A",\n  "date": "soon"\n}\nText.', 3, 11],
    ["Title: A\nDate: soon\n\nText.", 2, 7],
    ["---\ndate:\n  soon\n---\nText.", 2, undefined],
  ] as const)("is reported where its value begins: %j", ([text, line, column]) => {
    const { problems } = parseArticle({ path: "a.md", text });
    const found = problems.filter(({ code }) => code === "date-unreadable");
    expect(found.map((each) => [each.line, each.column])).toEqual([[line, column]]);
  });
});

describe("authors in a list", () => {
  it("are one an entry, unless an entry names several in full", () => {
    const text =
      "---\nauthors:\n  - Srey Veal and Dara Meas\n  - Ministry of Health and Sports\n  - Hun Ly\n---\nIt left.";
    expect(articleOf(text).author).toEqual([
      "Srey Veal",
      "Dara Meas",
      "Ministry of Health and Sports",
      "Hun Ly",
    ]);
  });
});
