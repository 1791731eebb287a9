import fc from "fast-check";
import type { Article } from "../src/article/article.ts";
import type { IndexedFile } from "../src/archive/article-index.ts";
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
    keywords: fc.array(fc.constantFrom("river", "money"), { maxLength: 2 }),
    section: fc.constantFrom(undefined, "national", "culture"),
    inLanguage: fc.constantFrom(undefined, "en", "zh", "zh-hant"),
    datePublished: aDate,
    draft: fc.boolean(),
  })
  .map(({ body, section, inLanguage, datePublished, ...fields }) => ({
    body,
    article: {
      ...fields,
      standfirst: false,
      author: [],
      wordCount: 1,
      readingMinutes: 1,
      provenance: { frontMatter: "yaml", inferred: [] },
      figures: [],
      blocks: [],
      extra: {},
      ...(section === undefined
        ? {}
        : { section: { written: section, key: section, label: section.toUpperCase() } }),
      ...(inLanguage === undefined ? {} : { inLanguage }),
      ...(datePublished === undefined ? {} : { datePublished }),
    },
  }));

/** A few articles with ids of their own. */
export const someArticles: fc.Arbitrary<MemoryArticle[]> = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-c]{1,3}$/), anArticle), {
    selector: ([id]) => id,
    maxLength: 12,
  })
  .map((chosen) =>
    chosen.map(([id, { article, body }]) => ({
      article: { ...article, id, path: `${id}.md` },
      body,
    })),
  );

/** A query over what such articles hold; `text` as it would be typed. */
export const aQuery: fc.Arbitrary<Omit<Query, "text"> & { typed: string }> = fc
  .record({
    typed: fc
      .array(
        fc.oneof(
          fc.constantFrom(...vocabulary),
          fc.constantFrom("-river", '"river bridge"', "bri*", '-"ferry café"', "ទន្លេ*"),
        ),
        { maxLength: 3 },
      )
      .map((parts) => parts.join(" ")),
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

/** The same article as an index is given it. */
export function putChange({ article, body }: MemoryArticle): {
  readonly type: "put";
  readonly file: IndexedFile;
  readonly text: { headline: string; description: string; keywords: string; body: string };
} {
  const { figures, blocks, extra, ...summary } = article;
  void [figures, blocks, extra];
  const date = article.datePublished;
  const month =
    date && new Date(date.epochMs).toISOString().slice(0, date.precision === "year" ? 4 : 7);
  return {
    type: "put",
    file: {
      path: article.path,
      stamp: { size: 1, modifiedMs: 1, changedMs: 1, inode: 1 },
      wantedId: article.id,
      article: summary,
      ...(month === undefined ? {} : { period: month }),
      problems: [],
    },
    text: {
      headline: article.headline,
      description: "",
      keywords: article.keywords.join(" "),
      body,
    },
  };
}
