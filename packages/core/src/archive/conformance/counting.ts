import { deepStrictEqual as deepEqual, strictEqual as equal } from "node:assert";
import { everything } from "../../query/query.ts";
import { maxFacetValues } from "../limits.ts";
import { date2024, put, sample, typed, type SampleFields } from "./sample.ts";
import type { Trial } from "./trial.ts";

const section = (key: string): Pick<SampleFields, "section"> => ({
  section: { written: key, key, label: key.toUpperCase() },
});

const articles = [
  sample("a", { ...section("national"), keywords: ["rain"], datePublished: date2024(11, 26) }),
  sample("b", { ...section("national"), keywords: ["snow"], datePublished: date2024(11, 30) }),
  sample("c", { ...section("sport"), keywords: ["rain", "snow"], datePublished: date2024(12) }),
  sample("d", { keywords: ["rain"], datePublished: date2024(), draft: true }),
  sample("e", { ...section("sport"), headline: "rain" }),
];

const none = (count: number): { value: null; label: string; count: number } => ({
  value: null,
  label: "",
  count,
});

const national = { value: "national", label: "NATIONAL", count: 2 };
const sport = { value: "sport", label: "SPORT", count: 2 };

/** Counts of values and of articles over time. */
export const counting: readonly Trial[] = [
  {
    name: "values are counted most frequent first, equal ones by their keys, articles without one last",
    async check(index) {
      await index.apply(articles.map(put));
      const facets = await index.facets(typed(""), ["section", "tag", "year", "lang", "author"]);
      deepEqual(facets, {
        section: [national, sport, none(1)],
        tag: [
          { value: "rain", label: "rain", count: 3 },
          { value: "snow", label: "snow", count: 2 },
          none(1),
        ],
        year: [{ value: "2024", label: "2024", count: 4 }, none(1)],
        lang: [none(5)],
        author: [none(5)],
      });
      deepEqual(await index.facets(typed(""), []), {});
    },
  },
  {
    name: "the counts of a field leave out what is asked of that field alone",
    async check(index) {
      await index.apply(articles.map(put));
      const count = async (text: string, fields = {}): Promise<unknown> =>
        (await index.facets(typed(text, fields), ["section"])).section;
      const all = [national, sport, none(1)];
      deepEqual(await count("", { sections: ["sport"] }), all);
      deepEqual(await count("section:sport"), all);
      deepEqual(await count("-section:sport"), all);
      deepEqual(await count("has:section"), all);
      const rainy = [{ ...national, count: 1 }, { ...sport, count: 1 }, none(1)];
      deepEqual(await count("section:sport", { tags: ["rain"] }), rainy);
      deepEqual(await count("section:sport tag:rain"), rainy);
      deepEqual(await count("section:sport OR tag:rain"), [
        sport,
        { ...national, count: 1 },
        none(1),
      ]);
      deepEqual(
        await index.facets(typed("date:2023", { sections: ["sport"] }), ["year", "section"]),
        { year: [{ value: "2024", label: "2024", count: 1 }, none(1)], section: [] },
      );
    },
  },
  {
    name: "spellings of one value are counted together, under the commonest, an article once for each value",
    async check(index) {
      const tagged = (id: string, ...keywords: string[]) => put(sample(id, { keywords }));
      await index.apply([
        tagged("a", "RAIN SEASON", "rain-season"),
        tagged("b", "Rain Season"),
        tagged("c", "Rain Season", "…"),
        tagged("d", "Zebra"),
        tagged("e", "zebra"),
      ]);
      deepEqual((await index.facets(everything, ["tag"])).tag, [
        { value: "rain-season", label: "Rain Season", count: 3 },
        { value: "zebra", label: "Zebra", count: 2 },
      ]);
    },
  },
  {
    name: "of many values the most frequent are listed, and how many more there are is said",
    async check(index) {
      const names = Array.from({ length: maxFacetValues + 30 }, (_, number) => `Name ${number}`);
      const last = names.at(-1) ?? "";
      await index.apply([
        ...names.map((name, number) => put(sample(`a${number}`, { author: [name] }))),
        put(sample("b", { author: [last, "Name 7"] })),
        put(sample("c")),
      ]);
      const { author = [], more } = await index.facets(everything, ["author", "section"]);
      equal(author.length, maxFacetValues + 1);
      deepEqual(author.slice(0, 3), [
        { value: "name-129", label: last, count: 2 },
        { value: "name-7", label: "Name 7", count: 2 },
        { value: "name-0", label: "Name 0", count: 1 },
      ]);
      deepEqual(author.at(-1), none(1));
      deepEqual(more, { author: 30 });
      const asked = { limit: 1, facets: ["author"] } as const;
      const few = await index.search(everything, { ...asked, facetValues: 1 });
      deepEqual(few.facets, {
        author: [{ value: "name-129", label: last, count: 2 }, none(1)],
        more: { author: maxFacetValues + 29 },
      });
      const all = await index.search(everything, { ...asked, facetValues: 1_000 });
      deepEqual([all.facets.author?.length, all.facets.more], [maxFacetValues + 31, undefined]);
    },
  },
  {
    name: "a search counts what is asked for of all that it finds, not of its page",
    async check(index) {
      await index.apply(articles.map(put));
      const page = await index.search(typed("tag:rain"), { limit: 1, facets: ["section"] });
      equal(page.hits.length, 1);
      deepEqual(page.facets, {
        section: [{ ...national, count: 1 }, { ...sport, count: 1 }, none(1)],
      });
    },
  },
  {
    name: "a timeline counts by day, week, month and year, oldest first, and says what is coarser or undated",
    async check(index) {
      await index.apply(articles.map(put));
      const count = async (interval: Parameters<typeof index.timeline>[1]): Promise<unknown> => {
        const { buckets, coarser, undated } = await index.timeline(typed(""), interval);
        return [buckets.map(({ period, count: times }) => `${period}: ${times}`), coarser, undated];
      };
      deepEqual(await count("day"), [["2024-11-26: 1", "2024-11-30: 1"], 2, 1]);
      deepEqual(await count("week"), [["2024-W48: 2"], 2, 1]);
      deepEqual(await count("month"), [["2024-11: 2", "2024-12: 1"], 1, 1]);
      deepEqual(await count("year"), [["2024: 4"], 0, 1]);
      const { buckets } = await index.timeline(typed("tag:snow", { drafts: false }), "year");
      deepEqual(buckets, [{ period: "2024", count: 2 }]);
    },
  },
];
