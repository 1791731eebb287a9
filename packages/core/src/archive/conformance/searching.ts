import { deepStrictEqual as deepEqual } from "node:assert";
import { everything, type Query } from "../../query/query.ts";
import { date2024, put, sample, typed, type SampleFields } from "./sample.ts";
import { firstPage, found, ids, type Trial } from "./trial.ts";

const section = (key: string): Pick<SampleFields, "section"> => ({
  section: { written: key, key, label: key.toUpperCase() },
});

/** Articles that differ in whatever can be asked of them, in the order of newest first. */
const articles = [
  sample("en", {
    headline: "The bridges open early",
    body: "Buses crossed the river at noon. The Café is closed in 2024.",
    keywords: ["Rain Season", "river"],
    author: ["José Núñez", "Sok Dara"],
    inLanguage: "en",
    sourceHost: "example.com",
    image: { url: "https://example.com/a.jpg" },
    datePublished: date2024(6, 4),
    ...section("national"),
  }),
  sample("km", {
    headline: "ស្ពានថ្មី",
    body: "គេបើកស្ពានថ្មី នៅឆ្នាំ\u200b២០២៤។",
    inLanguage: "km",
    datePublished: date2024(6, 3),
    ...section("nature"),
  }),
  sample("ja", {
    headline: "新しい橋",
    description: "東京都の橋が開通した。",
    inLanguage: "ja",
    path: "japan/2024-06-01-new_bridge.md",
    originUrl: "https://www.example.com/ja/?p=1",
    datePublished: date2024(6),
  }),
  sample("inferred", {
    headline: "A market",
    description: "Nobody wrote this.",
    body: "Rice and e-government. Nobody wrote this.",
    author: ["SOK DARA"],
    inLanguage: "zh-Hant",
    provenance: { frontMatter: "none", inferred: ["description", "author"] },
    codes: ["date-unreadable"],
    datePublished: date2024(1, 1),
  }),
  sample("year", { headline: "ŁÓDŹ straße", body: "river bridge", datePublished: date2024() }),
  sample("draft", { headline: "A bridge, a river", draft: true, sourceHost: "news.example.com" }),
];

/** What is typed, and the ids of the articles that it finds, newest first. */
const expected: readonly (readonly [text: string, ...ids: readonly string[]])[] = [
  ["", "en", "km", "ja", "inferred", "year", "draft"],
  // Words: without case and accents, digits of any script, other forms in the article's language.
  ["bridge", "en", "year", "draft"],
  ["BRIDGES", "en"],
  ["cafe", "en"],
  ["CAFÉ", "en"],
  ["lodz", "year"],
  ["strasse", "year"],
  ["2024", "en", "km"],
  ["crossing", "en"],
  ["caf"],
  ["e-government", "inferred"],
  ["nobody", "inferred"],
  ["xqzj"],
  // Beginnings.
  ["caf*", "en"],
  ["bri*", "en", "year", "draft"],
  // Phrases: the words as they stand, beside each other and within one text.
  ['"river bridge"', "year"],
  ['"bridge river"'],
  ['"crossed the river"', "en"],
  ['"crossing"'],
  ['"early buses"'],
  // Scripts without spaces: letters where they stand in a row.
  ["ស្ពានថ្មី", "km"],
  ["ស្ពាន", "km"],
  ["ពានថ្"],
  ["橋", "ja"],
  ["新しい橋", "ja"],
  ["京都", "ja"],
  ["国"],
  // What an article is called: its path, its file, where it appeared; a word of them is no name.
  ["japan/2024-06-01-new_bridge.md", "ja"],
  ["2024-06-01-new_bridge.md*", "ja"],
  ["new-bridge", "ja"],
  ["http://example.com/ja#top", "ja"],
  ["https://example.org/2024/06/01/2024-06-01-new-bridge.html", "ja"],
  ["japan"],
  ["title:new-bridge"],
  ["-new-bridge bridge", "en", "year", "draft"],
  // The headline alone.
  ["title:bridge", "en", "draft"],
  ["title:river", "draft"],
  ['title:"bridges open"', "en"],
  ["title:ear*", "en"],
  // Values, their beginnings, and having none.
  ["section:national", "en"],
  ["section:nat*", "en", "km"],
  ["section:_none", "ja", "inferred", "year", "draft"],
  ['tag:"rain season"', "en"],
  ["tag:r*", "en"],
  ["tag:river", "en"],
  ["tag:riv"],
  ["tag:_none", "km", "ja", "inferred", "year", "draft"],
  ["lang:en", "en"],
  ["lang:zh", "inferred"],
  ["lang:zh-Hant", "inferred"],
  ["lang:_none", "year", "draft"],
  ["author:sok-dara", "en", "inferred"],
  ["author:jose*", "en"],
  ["author:_none", "km", "ja", "year", "draft"],
  ["source:example.com", "en"],
  ["source:news*", "draft"],
  ["has:image", "en"],
  ["has:date", "en", "km", "ja", "inferred", "year"],
  ["has:problem", "inferred"],
  ["is:draft", "draft"],
  ["problem:date-unreadable", "inferred"],
  ["inferred:author", "inferred"],
  ["-inferred:author has:author", "en"],
  // Dates are stretches of time that overlap.
  ["date:2024-06-03", "km", "ja", "year"],
  ["date:2024-06-03..2024-06-04", "en", "km", "ja", "year"],
  ["date:2024-07", "year"],
  ["after:2024-06-04", "en", "ja", "year"],
  ["before:2024-06", "inferred", "year"],
  // All of them, any, none.
  ["river bridge", "en", "year", "draft"],
  ["bridge AND -title:bridge", "year"],
  ["river OR 橋", "en", "ja", "year", "draft"],
  ["-bridge", "km", "ja", "inferred"],
  ["(bridge OR tag:river) -is:draft", "en", "year"],
  ["-(lang:en OR lang:km) has:date", "ja", "inferred", "year"],
];

/** Texts that mean something to one engine or another; here they are words. */
const hostile = [
  "NEAR(a b)",
  "headline:x",
  "a^2",
  'say "so"',
  "col : x AND",
  "a\u0000b",
  "b~0.5 +c /d/",
  '{"match_all":{}}',
  "x' OR 1=1 --",
  "%_\\",
] as const;

async function expectFound(
  index: Parameters<Trial["check"]>[0],
  query: Query,
  wanted: readonly string[],
): Promise<void> {
  const { hits, total, totalRelation, timedOut } = await index.search(query, firstPage);
  deepEqual(ids(hits), wanted);
  deepEqual([total, totalRelation, timedOut], [wanted.length, "eq", false]);
}

/** Finding: each kind of leaf, the lists of a query, orders and totals. */
export const searching: readonly Trial[] = [
  ...expected.map(([text, ...wanted]): Trial => {
    const what = wanted.length === 0 ? "nothing" : wanted.join(", ");
    return {
      name: `${JSON.stringify(text)} finds ${what}`,
      async check(index) {
        await index.apply(articles.toReversed().map(put));
        await expectFound(index, typed(text), wanted);
      },
    };
  }),
  ...hostile.map((text): Trial => ({
    name: `${JSON.stringify(text)} is looked for as words, whatever it means to the index`,
    async check(index) {
      await index.apply([put(sample("a", { headline: `before ${text} after` }))]);
      const phrase = typed(`"${text.replaceAll('"', " ")}"`);
      if (phrase.text === undefined) return;
      await expectFound(index, phrase, ["a"]);
    },
  })),
  {
    name: "an article must pass each of a query's lists, and any value of a list",
    async check(index) {
      await index.apply(articles.map(put));
      const find = (fields: Partial<Query>): Promise<string[]> => found(index, typed("", fields));
      deepEqual(await find({ sections: ["national", "nature"] }), ["en", "km"]);
      deepEqual(await find({ sections: ["nature", "_none"], languages: ["km", "ja"] }), [
        "km",
        "ja",
      ]);
      deepEqual(await find({ tags: ["river"], authors: ["sok-dara"] }), ["en"]);
      deepEqual(await find({ sources: ["example.com", "news.example.com"] }), ["en", "draft"]);
      deepEqual(await find({ languages: ["zh"], authors: ["_none"] }), []);
      deepEqual(await found(index, typed("bridge", { languages: ["en"] })), ["en"]);
    },
  },
  {
    name: "a stretch of time holds what overlaps it, and its end is not in it",
    async check(index) {
      await index.apply(articles.map(put));
      const between = (fromMs: number, toMs: number): Promise<string[]> =>
        found(index, typed("", { fromMs, toMs }));
      const third = Date.UTC(2024, 5, 3);
      deepEqual(await between(third, third + 1), ["km", "ja", "year"]);
      deepEqual(await between(third - 1, third), ["ja", "year"]);
      deepEqual(await between(Date.UTC(2023, 0), Date.UTC(2024, 0)), []);
    },
  },
  {
    name: "drafts and articles under an embargo are left out when they may not be seen",
    async check(index) {
      await index.apply(articles.map(put));
      const shown = { ...everything, visibleAtMs: Date.UTC(2024, 5, 3) };
      deepEqual(await found(index, shown), ["km", "ja", "inferred", "year"]);
      deepEqual(await found(index, { ...shown, visibleAtMs: shown.visibleAtMs - 1 }), [
        "ja",
        "inferred",
        "year",
      ]);
      deepEqual(await found(index, { ...shown, visibleAtMs: 0 }), []);
      deepEqual(await found(index, { ...typed("bridge"), drafts: false }), ["en", "year"]);
    },
  },
  {
    name: "articles come by date, undated ones last, and those of one time by id: backwards when the oldest come first",
    async check(index) {
      const dated = (id: string, day: number) => sample(id, { datePublished: date2024(3, day) });
      const undated = [sample("u2"), sample("u1")];
      const all = [dated("b", 2), dated("é", 2), dated("a", 2), dated("c", 3), dated("B", 2)];
      await index.apply([...all, ...undated].map(put));
      deepEqual(await found(index, everything), ["c", "B", "a", "b", "é", "u1", "u2"]);
      const oldest = { ...everything, sort: "oldest" } as const;
      deepEqual(await found(index, oldest), ["é", "b", "a", "B", "c", "u1", "u2"]);
    },
  },
];
