import fc from "fast-check";
import type { Article } from "../src/article/article.ts";
import type { IndexedFile } from "../src/archive/article-index.ts";
import { divideText, type DividedText } from "../src/archive/divide-text.ts";
import { dayOf } from "../src/archive/period.ts";
import { makeProblem } from "../src/problem.ts";
import type { Query } from "../src/query/query.ts";
import type { MemoryArticle } from "./memory-archive.ts";

const vocabulary = [
  "river",
  "bridge",
  "Ferry",
  "café",
  "straße",
  "ស្ពាន",
  "ទន្លេ",
  "新しい橋",
  "2024",
  "e-government",
  "bridges",
  "crossing",
  "crossed",
];

const someWords: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...vocabulary), { maxLength: 6 })
  .map((chosen) => chosen.join(" "));

/** Few days, so that many articles share one. */
const aDate: fc.Arbitrary<Article["datePublished"]> = fc
  .option(
    fc.record({
      day: fc.integer({ min: 1, max: 4 }),
      precision: fc.constantFrom("day", "month", "year", "minute"),
    }),
    { nil: undefined },
  )
  .map((chosen) => {
    if (chosen === undefined) return undefined;
    const { day, precision } = chosen;
    const start = {
      year: [2024, 0, 1],
      month: [2024, day, 1],
      day: [2024, 5, day],
      minute: [2024, 5, day, 12],
    } as const;
    const end = {
      year: [2025, 0, 1],
      month: [2024, day + 1, 1],
      day: [2024, 5, day + 1],
      minute: [2024, 5, day, 12, 1],
    } as const;
    const at = (parts: readonly number[]): number => Date.UTC(...(parts as [number, number]));
    return {
      written: "generated",
      precision: precision as "day", // -- one of the four above
      offset: null,
      epochMs: at(start[precision as "day"]),
      endMs: at(end[precision as "day"]),
    };
  });

/** An article about rivers and bridges; its id is given apart. */
export const anArticle: fc.Arbitrary<
  Omit<MemoryArticle, "article"> & { article: Omit<Article, "id" | "path"> }
> = fc
  .record({
    headline: someWords,
    body: someWords,
    keywords: fc.array(fc.constantFrom("river", "money", "Money", "Rain Season", "…"), {
      maxLength: 3,
    }),
    author: fc.array(fc.constantFrom("Sok Dara", "SOK DARA", "José Núñez", "Sokha"), {
      maxLength: 2,
    }),
    sourceHost: fc.constantFrom(undefined, "example.com", "news.example.com"),
    image: fc.constantFrom(undefined, { url: "https://example.com/a.jpg" }),
    inferred: fc.subarray(["headline", "author", "datePublished"] as const),
    codes: fc.subarray(["date-unreadable", "text-missing"] as const),
    section: fc.constantFrom(undefined, "national", "culture"),
    inLanguage: fc.constantFrom(undefined, "en", "zh", "zh-hant"),
    datePublished: aDate,
    draft: fc.boolean(),
  })
  .map(
    ({
      body,
      codes,
      inferred,
      section,
      inLanguage,
      datePublished,
      sourceHost,
      image,
      ...fields
    }) => ({
      body,
      problems: codes.map((code) => makeProblem(code, { path: "" })),
      article: {
        ...fields,
        standfirst: false,
        wordCount: 1,
        readingMinutes: 1,
        provenance: { frontMatter: "yaml", inferred },
        figures: [],
        blocks: [],
        extra: {},
        ...(section === undefined
          ? {}
          : { section: { written: section, key: section, label: section.toUpperCase() } }),
        ...(inLanguage === undefined ? {} : { inLanguage }),
        ...(datePublished === undefined ? {} : { datePublished }),
        ...(sourceHost === undefined ? {} : { sourceHost }),
        ...(image === undefined ? {} : { image }),
      },
    }),
  );

/** A few articles with ids of their own. */
export const someArticles: fc.Arbitrary<MemoryArticle[]> = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-c]{1,3}$/), anArticle), {
    selector: ([id]) => id,
    maxLength: 12,
  })
  .map((chosen) =>
    chosen.map(([id, { article, body, problems = [] }]) => ({
      article: { ...article, id, path: `${id}.md` },
      body,
      problems: problems.map((each) => ({ ...each, path: `${id}.md` })),
    })),
  );

/** Things that can be asked of such articles. */
const leaves = [
  ...vocabulary,
  '"river bridge"',
  "bri*",
  "ទន្លេ*",
  "title:river",
  'title:"river bridge"',
  "title:fer*",
  "section:national",
  "section:nat*",
  "section:_none",
  "tag:money",
  'tag:"rain season"',
  "tag:r*",
  "tag:_none",
  "lang:zh",
  "lang:zh-Hant",
  "author:sok-dara",
  "author:sok*",
  "author:_none",
  "source:example.com",
  "source:_none",
  "has:image",
  "has:author",
  "has:date",
  "has:problem",
  "is:draft",
  "problem:date-unreadable",
  "inferred:author",
  "date:2024-06",
  "date:2024-06-02..2024-06-03",
  "after:2024-06-02",
  "before:2024-06-03",
] as const;

/** What could be typed: leaves under operators, brackets and minus signs. */
const typedTree: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: fc.constantFrom<string>(...leaves) },
    { weight: 1, arbitrary: fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `${a} ${b}`) },
    { weight: 1, arbitrary: fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(${a} OR ${b})`) },
    { weight: 1, arbitrary: tie("tree").map((tree) => `-(${tree})`) },
  ),
})).tree;

/** A query over what such articles hold; `text` as it would be typed. */
export const aQuery: fc.Arbitrary<TypedQuery> = queries(fc.oneof(fc.constant(""), typedTree));

/** A query of which nothing can be left out, so that its order does not depend on what is found. */
export const oneWordQuery: fc.Arbitrary<TypedQuery> = queries(
  fc
    .tuple(
      fc.constantFrom("", "river", "café", "bri*", "bridges", '"river bridge"', "crossing"),
      fc.subarray(["-ferry", "section:national", "is:draft", "-tag:money", "date:2024-06"], {
        maxLength: 2,
      }),
    )
    .map(([word, others]) => [word, ...others].join(" ").trim()),
);

type TypedQuery = Omit<Query, "text"> & { typed: string };

function queries(typed: fc.Arbitrary<string>): fc.Arbitrary<TypedQuery> {
  return fc
    .record({
      typed,
      tags: fc.subarray(["money", "_none"]),
      authors: fc.subarray(["sok-dara", "_none"]),
      sources: fc.subarray(["example.com", "_none"]),
      sections: fc.subarray(["national", "culture", "_none"]),
      languages: fc.subarray(["en", "zh", "zh-Hant", "_none"]),
      sort: fc.constantFrom("newest", "oldest", "relevance"),
      drafts: fc.boolean(),
      fromMs: fc.option(fc.constantFrom(Date.UTC(2024, 5, 2), Date.UTC(2024, 2, 1)), {
        nil: undefined,
      }),
      toMs: fc.option(fc.constantFrom(Date.UTC(2024, 5, 3), Date.UTC(2024, 5, 4)), {
        nil: undefined,
      }),
      visibleAtMs: fc.option(fc.constantFrom(Date.UTC(2024, 5, 3, 12)), { nil: undefined }),
    })
    .map(({ fromMs, toMs, visibleAtMs, sort, ...query }) => ({
      ...query,
      sort,
      ...(fromMs === undefined ? {} : { fromMs }),
      ...(toMs === undefined ? {} : { toMs }),
      ...(visibleAtMs === undefined ? {} : { visibleAtMs }),
    }));
}

/** The same article as an index is given it. */
export function putChange({ article, body, problems = [] }: MemoryArticle): {
  readonly type: "put";
  readonly file: IndexedFile;
  readonly text: DividedText;
} {
  const { figures, blocks, extra, ...summary } = article;
  void [figures, blocks, extra];
  const date = article.datePublished;
  const period = date && dayOf(date, "UTC");
  return {
    type: "put",
    file: {
      path: article.path,
      stamp: { size: 1, modifiedMs: 1, changedMs: 1, inode: 1 },
      wantedId: article.id,
      article: summary,
      ...(period === undefined ? {} : { period }),
      problems,
    },
    text: divideText({
      headline: article.headline,
      description: "",
      keywords: article.keywords.join(" "),
      body,
    }),
  };
}
