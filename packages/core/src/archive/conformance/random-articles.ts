import type { ArticleDate } from "../../article/article-date.ts";
import type { Query } from "../../query/query.ts";
import { date2024, sample, typed, type Sample } from "./sample.ts";

/** What is made of random numbers. */
class Chance {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  one<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.below(values.length)] ?? values[0];
  }

  /** Up to so many of some values, one perhaps more than once. */
  few<Value>(values: readonly [Value, ...Value[]], most: number): Value[] {
    return Array.from({ length: this.below(most + 1) }, () => this.one(values));
  }

  /** Some of the values, each at most once. */
  some<Value>(values: readonly Value[], share = 0.5): Value[] {
    return values.filter(() => this.#random() < share);
  }
}

const vocabulary = [
  "river", "bridge", "Ferry", "café", "straße", "ស្ពាន", "ទន្លេ", "新しい橋", "2024", "e-government",
  "bridges", "crossing", "crossed",
] as const; // prettier-ignore

/** A few articles about rivers and bridges, with ids of their own; few days, so that many share one. */
export function randomArticles(random: () => number, most = 12): readonly Sample[] {
  const chance = new Chance(random);
  const letters = ["", "a", "b", "c"] as const;
  const names = chance.few(letters, most).map((first) => `a${first}${chance.one(letters)}`);
  return [...new Set(names)].map((id) => randomArticle(id, chance));
}

function randomArticle(id: string, chance: Chance): Sample {
  const section = chance.one([undefined, "national", "culture"]);
  const inLanguage = chance.one([undefined, "en", "zh", "zh-Hant"]);
  const sourceHost = chance.one([undefined, "example.com", "news.example.com"]);
  const datePublished = randomDate(chance);
  return sample(id, {
    headline: chance.few(vocabulary, 6).join(" "),
    body: chance.few(vocabulary, 6).join(" "),
    keywords: chance.few(["river", "money", "Money", "Rain Season", "…"], 3),
    author: chance.few(["Sok Dara", "SOK DARA", "José Núñez", "Sokha"], 2),
    draft: chance.below(2) === 0,
    codes: chance.some(["date-unreadable", "text-missing"]),
    provenance: {
      frontMatter: "yaml",
      inferred: chance.some(["headline", "author", "datePublished"]),
    },
    ...(chance.below(2) === 0 && { image: { url: "https://example.com/a.jpg" } }),
    ...(section && { section: { written: section, key: section, label: section.toUpperCase() } }),
    ...(inLanguage && { inLanguage }),
    ...(sourceHost && { sourceHost }),
    ...(datePublished && { datePublished }),
  });
}

function randomDate(chance: Chance): ArticleDate | undefined {
  const day = 1 + chance.below(4);
  const date = chance.one([undefined, date2024(), date2024(day), date2024(6, day)]);
  if (date?.precision !== "day" || chance.below(2) === 0) return date;
  const epochMs = date.epochMs + 12 * 3_600_000;
  return { ...date, precision: "minute", epochMs, endMs: epochMs + 60_000 };
}

const leaves = [
  ...vocabulary, '"river bridge"', "bri*", "ទន្លេ*", "title:river", 'title:"river bridge"', "title:fer*",
  "section:national", "section:nat*", "section:_none", "tag:money", 'tag:"rain season"', "tag:r*", "tag:_none",
  "lang:zh", "lang:zh-Hant", "author:sok-dara", "author:sok*", "author:_none", "source:example.com",
  "source:_none", "has:image", "has:author", "has:date", "has:problem", "is:draft", "problem:date-unreadable",
  "inferred:author", "date:2024-06", "date:2024-06-02..2024-06-03", "after:2024-06-02", "before:2024-06-03",
] as const; // prettier-ignore

/** What could be typed: leaves under operators, brackets and minus signs. */
function randomText(chance: Chance, depth = 3): string {
  const kind = depth === 0 ? 0 : chance.below(6);
  if (kind < 3) return chance.one(leaves);
  const inner = (): string => randomText(chance, depth - 1);
  if (kind === 3) return `${inner()} ${inner()}`;
  return kind === 4 ? `(${inner()} OR ${inner()})` : `-(${inner()})`;
}

/** A question about such articles. */
export function randomQuery(
  random: () => number,
  sorts: readonly [Query["sort"], ...Query["sort"][]],
): Query {
  const chance = new Chance(random);
  const text = chance.below(5) === 0 ? "" : randomText(chance);
  const share = chance.one([0, 0, 0.5]);
  const fromMs = chance.one([undefined, undefined, Date.UTC(2024, 5, 2), Date.UTC(2024, 2, 1)]);
  const toMs = chance.one([undefined, undefined, Date.UTC(2024, 5, 3), Date.UTC(2024, 5, 4)]);
  const visibleAtMs = chance.one([undefined, undefined, Date.UTC(2024, 5, 3, 12)]);
  return typed(text, {
    tags: chance.some(["money", "_none"], share),
    authors: chance.some(["sok-dara", "_none"], share),
    sources: chance.some(["example.com", "_none"], share),
    sections: chance.some(["national", "culture", "_none"], share),
    languages: chance.some(["en", "zh", "zh-Hant", "_none"], share),
    sort: chance.one(sorts),
    drafts: chance.below(3) > 0,
    ...(fromMs !== undefined && { fromMs }),
    ...(toMs !== undefined && { toMs }),
    ...(visibleAtMs !== undefined && { visibleAtMs }),
  });
}
