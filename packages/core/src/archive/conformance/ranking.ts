import { deepStrictEqual as deepEqual, strictEqual as equal, ok } from "node:assert";
import { everything } from "../../query/query.ts";
import { date2024, put, sample, textOf, typed } from "./sample.ts";
import { firstPage, found, ids, type Trial } from "./trial.ts";

const relevance = { sort: "relevance" } as const;

/** Ordinary articles, so that a word of a few others tells them apart. */
const ordinary = Array.from({ length: 40 }, (_, number) =>
  put(
    sample(`ordinary-${number}`, {
      headline: "The council of the town meets",
      body: `The mayor spoke of roads, schools and water in the year ${1980 + number}.`,
      inLanguage: "en",
    }),
  ),
);

/** What is best comes first, what is near is related, and what is mistyped is known. */
export const ranking: readonly Trial[] = [
  {
    name: "a word in a headline ranks above the same word in a body, and a better match has a higher score",
    async check(index) {
      const [body, headline] = [
        sample("a", {
          headline: "A council meets",
          body: "the bridge",
          datePublished: date2024(5),
        }),
        sample("b", { headline: "The bridge opens", body: "a council" }),
      ];
      await index.apply([put(body), put(headline), put(sample("c", { headline: "ferry" }))]);
      const { hits, order, total } = await index.search(typed("bridge", relevance), firstPage);
      deepEqual(ids(hits), ["b", "a"]);
      deepEqual([order, total], ["relevance", 2]);
      const [first = 0, second = 0] = hits.map(({ score }) => score);
      ok(first > second && second > 0, `${first} > ${second} > 0`);
    },
  },
  {
    name: "equal matches come newest first, and scores are told in no other order",
    async check(index) {
      const days = [3, 5, 4].map((day) =>
        put(sample(`d${day}`, { headline: "bridge", datePublished: date2024(1, day) })),
      );
      await index.apply([...days, put(sample("other", { headline: "ferry" }))]);
      deepEqual(await found(index, typed("bridge", relevance)), ["d5", "d4", "d3"]);
      const { hits } = await index.search(typed("bridge"), firstPage);
      equal(hits.length, 3);
      ok(hits.every((hit) => !Object.hasOwn(hit, "score")));
    },
  },
  {
    name: "where no words are looked for the best match is the newest",
    async check(index) {
      const days = [1, 2].map((day) =>
        put(sample(`d${day}`, { keywords: ["rain"], datePublished: date2024(1, day) })),
      );
      await index.apply(days);
      for (const text of ["", "tag:rain", "-word"]) {
        const { hits, order } = await index.search(typed(text, relevance), firstPage);
        deepEqual([text, order, ...ids(hits)], [text, "newest", "d2", "d1"]);
      }
    },
  },
  {
    name: "what matches by a value alone comes after what holds the words",
    async check(index) {
      await index.apply([
        put(sample("value", { keywords: ["river"], datePublished: date2024(9) })),
        put(sample("word", { headline: "A bridge" })),
        put(sample("other", { headline: "A ferry" })),
      ]);
      deepEqual(await found(index, typed("bridge OR tag:river", relevance)), ["word", "value"]);
    },
  },
  {
    name: "where few articles hold all words those that hold some follow, and how many hold all is said",
    async check(index) {
      await index.apply([
        put(sample("both", { headline: "Rain on the bridge" })),
        put(sample("one", { headline: "The bridge opens", datePublished: date2024(1, 1) })),
        put(sample("none", { headline: "A ferry" })),
      ]);
      const some = await index.search(typed("bridge rain", relevance), firstPage);
      deepEqual(ids(some.hits), ["both", "one"]);
      deepEqual([some.holdingAll, some.total, some.order], [1, 2, "relevance"]);
      const enough = await index.search(typed("bridge rain"), firstPage);
      deepEqual([ids(enough.hits), enough.holdingAll], [["both"], undefined]);
      const loose = await index.search(typed("bridge snow"), firstPage);
      deepEqual(ids(loose.hits).toSorted(), ["both", "one"]);
      deepEqual([loose.holdingAll, loose.order], [0, "relevance"]);
    },
  },
  {
    name: "what was probably meant is said where no article has the word, and nowhere else",
    async check(index) {
      await index.apply([
        put(sample("a", { headline: "The agreement of Velmar" })),
        put(sample("b", { headline: "The agreement of Ostra" })),
      ]);
      const meant = async (text: string): Promise<string | undefined> =>
        (await index.search(typed(text), firstPage)).meant;
      equal(await meant("agreemnet"), "agreement");
      equal(await meant("agrement -velmar"), "agreement -velmar");
      for (const text of ["agreement", "agree*", "xqzjkvwp", "-agreemnet", "tag:agreemnet", ""])
        deepEqual([text, await meant(text)], [text, undefined]);
    },
  },
  {
    name: "words that begin as what was typed are offered folded, those in most articles first",
    async check(index) {
      await index.apply([
        put(sample("a", { headline: "Ferry", body: "Ferries, a ferry; Fête" })),
        put(sample("b", { body: "The ferry and the ferries" })),
        put(sample("c", { keywords: ["ferry"], body: "ស្ពាន feet" })),
      ]);
      const offered = async (typedSoFar: string, limit: number): Promise<unknown> =>
        (await index.suggest(typedSoFar, { limit })).words;
      deepEqual(await offered("FER", 10), [
        { word: "ferry", articles: 3 },
        { word: "ferries", articles: 2 },
      ]);
      deepEqual(await offered("fe", 3), [
        { word: "ferry", articles: 3 },
        { word: "ferries", articles: 2 },
        { word: "feet", articles: 1 },
      ]);
      deepEqual(await offered("fê", 20), await offered("fe", 20));
      deepEqual(await offered("ស្ពា", 5), [{ word: "ស្ពាន", articles: 1 }]);
      for (const nothing of ["", "  ", "zzz", "%", "fe*"])
        deepEqual(await offered(nothing, 10), []);
    },
  },
  {
    name: "articles that share telling words are related, the nearest first, and none to itself",
    async check(index) {
      const about = (id: string, headline: string, body: string, draft = false) =>
        sample(id, { headline, body, draft, inLanguage: "en" });
      const ferry = about("ferry", "Night ferry for Velmar", "The piers of Ostra are to be lit.");
      const near = about("near", "Velmar fears the ferry", "The piers of Ostra are too narrow.");
      const far = about("far", "Rice in Ostra", "The harvest was good.");
      const hidden = about("hidden", "Velmar signs", "A ferry from the piers of Ostra.", true);
      await index.apply([...ordinary, ...[ferry, near, far, hidden].map(put)]);
      const related = async (limit: number, drafts: boolean) => {
        const among = { ...everything, drafts };
        return (await index.related(ferry.article, textOf(ferry), { limit, among })).hits;
      };
      const seen = ids(await related(10, false));
      deepEqual(seen.slice(0, 2), ["near", "far"]);
      deepEqual(ids(await related(1, false)), ["near"]);
      deepEqual(ids(await related(10, true)).includes("hidden"), true);
      equal(seen.includes("ferry") || seen.includes("hidden"), false);
    },
  },
];
