import fc from "fast-check";
import type { Article } from "../../src/article/article.ts";
import type { ArticleDate } from "../../src/article/article-date.ts";
import type { Block, Inline } from "../../src/article/block.ts";

const text = fc.string({ unit: "grapheme" });
const lines = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }));
const optional = { requiredKeys: [] };

/** Any date between the years 100 and 9900, coarse or exact. */
export const anyDate: fc.Arbitrary<ArticleDate> = fc
  .record({
    epochMs: fc.integer({ min: Date.UTC(100, 0), max: Date.UTC(9900, 0) }),
    precision: fc.constantFrom("year", "month", "day", "minute", "second", "millisecond"),
    offset: fc.constantFrom("Z", "+07:00", null),
    written: text,
  })
  .map((date) => ({
    ...date,
    endMs: date.epochMs + 1,
    ...(["year", "month", "day"].includes(date.precision)
      ? {}
      : { instant: new Date(date.epochMs).toISOString() }),
  }));

const { inline } = fc.letrec<{ inline: Inline; inlines: Inline[] }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constantFrom("text" as const, "code" as const), text }),
    fc.record({ type: fc.constant("break" as const) }),
    fc.record({ type: fc.constant("image" as const), url: text, alt: text }),
    fc.record({
      type: fc.constantFrom("emphasis" as const, "strong" as const, "strikethrough" as const),
      children: tie("inlines"),
    }),
    fc.record({ type: fc.constant("link" as const), url: text, children: tie("inlines") }),
  ),
  inlines: fc.array(tie("inline"), { maxLength: 3 }),
}));
const inlines = fc.array(inline, { maxLength: 3 });

/** Any block of a body. */
export const { block: anyBlock } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constant("paragraph" as const), lines, children: inlines }),
    fc.record({
      type: fc.constant("heading" as const),
      lines,
      level: fc.integer({ min: 1, max: 6 }),
      children: inlines,
    }),
    fc.record(
      {
        type: fc.constant("figure" as const),
        lines,
        url: text,
        alt: text,
        caption: text,
        creditText: text,
      },
      { requiredKeys: ["type", "lines", "url", "alt"] },
    ),
    fc.record({ type: fc.constant("quote" as const), lines, children: tie("blocks") }),
    fc.record({
      type: fc.constant("list" as const),
      lines,
      ordered: fc.boolean(),
      start: fc.nat(),
      items: fc.array(tie("blocks"), { maxLength: 3 }),
    }),
    fc.record(
      { type: fc.constant("code" as const), lines, language: text, text },
      { requiredKeys: ["type", "lines", "text"] },
    ),
    fc.record({
      type: fc.constant("table" as const),
      lines,
      align: fc.array(
        fc.constantFrom("left" as const, "center" as const, "right" as const, undefined),
        {
          maxLength: 3,
        },
      ),
      head: fc.array(inlines, { maxLength: 3 }),
      rows: fc.array(fc.array(inlines, { maxLength: 3 }), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant("rule" as const), lines }),
  ),
  blocks: fc.array(tie("block"), { maxLength: 3 }),
}));

const required = fc.record({
  id: text,
  path: text,
  headline: text,
  standfirst: fc.boolean(),
  keywords: fc.array(text, { maxLength: 3 }),
  author: fc.array(text, { maxLength: 3 }),
  wordCount: fc.nat(),
  readingMinutes: fc.nat(),
  draft: fc.boolean(),
  provenance: fc.record({
    frontMatter: fc.constantFrom(
      "yaml" as const,
      "toml" as const,
      "json" as const,
      "header" as const,
      "none" as const,
    ),
    inferred: fc
      .subarray(["headline", "inLanguage", "description"] as const)
      .map((fields) => [...fields]),
  }),
  figures: fc.array(
    fc.record(
      { lines, url: text, alt: text, caption: text },
      { requiredKeys: ["lines", "url", "alt"] },
    ),
    { maxLength: 2 },
  ),
  blocks: fc.array(anyBlock, { maxLength: 4 }),
  extra: fc.dictionary(text, fc.anything({ withDate: true, withBigInt: true, maxDepth: 2 })),
});

const sometimes = fc.record(
  {
    description: text,
    lead: text,
    section: fc.record({ written: text, key: text, label: text }),
    inLanguage: text,
    datePublished: anyDate,
    dateModified: anyDate,
    image: fc.record({ url: text }),
    originUrl: text,
    sourceHost: text,
    code: text,
    codeTime: fc.record({
      written: text,
      local: text,
      precision: fc.constant("minute" as const),
      offset: fc.constant(null),
    }),
  },
  optional,
);

/** Any article the types allow. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .tuple(required, sometimes)
  .map(([always, more]) => ({ ...always, ...more }));
