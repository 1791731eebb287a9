import { deepStrictEqual as deepEqual, strictEqual as equal, ok, rejects } from "node:assert";
import { CursorError } from "../../errors.ts";
import { everything, type Query } from "../../query/query.ts";
import type { ArticleIndex } from "../article-index.ts";
import { date2024, put, removal, sample, typed } from "./sample.ts";
import { firstPage, ids, type Trial } from "./trial.ts";

/** Thirteen articles, some of one day, some of no date: `a` to `m`, in the order of newest first. */
const letters = Array.from("abcdefghijklm");
const articles = letters.map((id, place) =>
  sample(id, {
    headline: "rain ".repeat(place + 1),
    ...(place < 10 ? { datePublished: date2024(6, 20 - Math.floor(place / 3)) } : {}),
  }),
);

/** Every page of a list one after another; `between` is called before each but the first. */
async function walk(
  index: ArticleIndex,
  query: Query,
  limit: number,
  between: (turn: number) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let turn = 1; ; turn++) {
    const page = await index.search(query, {
      limit,
      facets: [],
      ...(cursor === undefined ? {} : { cursor }),
    });
    seen.push(...ids(page.hits));
    ok(page.hits.length <= limit, `${page.hits.length} hits in a page of ${limit}`);
    if (page.next === undefined) return seen;
    equal(page.next, page.hits.at(-1)?.cursor);
    cursor = page.next;
    await between(turn);
  }
}

const sorts = ["newest", "oldest", "relevance"] as const;

/** Pages and windows: a list of any length is walked, jumped about in and kept in place through changes. */
export const paging: readonly Trial[] = [
  {
    name: "all pages together are the list, and the last says that it is the last",
    async check(index) {
      await index.apply(articles.map(put));
      for (const sort of sorts) {
        const query = typed("rain", { sort });
        const whole = ids((await index.search(query, firstPage)).hits);
        equal(whole.length, letters.length);
        for (const limit of [1, 2, 5, 12, 13, 14])
          deepEqual([sort, limit, await walk(index, query, limit)], [sort, limit, whole]);
      }
    },
  },
  {
    name: "by date each article that stays is seen once, while others come and go between pages",
    async check(index) {
      const others = ["aa", "dd", "gg", "zz"].map((id, place) =>
        sample(id, place < 3 ? { datePublished: date2024(6, 20 - place) } : {}),
      );
      for (const sort of ["newest", "oldest"] as const) {
        await index.apply(articles.map(put));
        const query = { ...everything, sort };
        const whole = ids((await index.search(query, firstPage)).hits);
        const seen = await walk(index, query, 2, (turn) =>
          index.apply(others.map(turn % 2 === 0 ? removal : put)),
        );
        const stayed = seen.filter((id) => letters.includes(id));
        deepEqual(stayed, whole);
        await index.apply(others.map(removal));
      }
    },
  },
  {
    name: "by date a cursor holds when its own article is gone or has another date",
    async check(index) {
      for (const sort of ["newest", "oldest"] as const) {
        await index.apply(articles.map(put));
        const query = { ...everything, sort };
        const whole = ids((await index.search(query, firstPage)).hits);
        for (const [place, id] of whole.entries()) {
          const { next: cursor } = await index.search(query, { limit: place + 1, facets: [] });
          if (cursor === undefined) continue;
          const own = articles.filter(({ article }) => article.id === id);
          for (const change of [removal, () => put(sample(id, { datePublished: date2024(1) }))]) {
            await index.apply(own.map(change));
            const { hits } = await index.search(query, { ...firstPage, cursor });
            const rest = ids(hits).filter((other) => other !== id);
            deepEqual([sort, id, rest], [sort, id, whole.slice(place + 1)]);
          }
          await index.apply(own.map(put));
        }
      }
    },
  },
  {
    name: "by relevance a cursor belongs to its generation, and says so in another",
    async check(index) {
      await index.apply(articles.map(put));
      const query = typed("rain", { sort: "relevance" });
      const { next: cursor = "" } = await index.search(query, { limit: 3, facets: [] });
      equal((await index.search(query, { limit: 3, facets: [], cursor })).hits.length, 3);
      await index.apply([put(sample("new", { headline: "rain" }))]);
      const expired = { name: "CursorError", code: "cursor-expired" };
      await rejects(index.search(query, { ...firstPage, cursor }), expired);
      await rejects(index.window(query, { at: { cursor }, before: 1, after: 1 }), expired);
    },
  },
  {
    name: "a cursor that was made up, or for a list in another order, is refused",
    async check(index) {
      await index.apply(articles.map(put));
      const cursors: string[] = ["", "made up", "%", "a".repeat(5_000), "é", "W10", "bnVsbA"];
      for (const sort of ["oldest", "relevance"] as const) {
        const { next } = await index.search(typed("rain", { sort }), { limit: 1, facets: [] });
        cursors.push(next ?? "");
      }
      for (const cursor of cursors) {
        const invalid = (error: unknown): boolean =>
          error instanceof CursorError && error.code === "cursor-invalid";
        await rejects(index.search(typed("rain"), { ...firstPage, cursor }), invalid);
        const window = { at: { cursor }, before: 1, after: 1 } as const;
        await rejects(index.window(typed("rain"), window), invalid);
      }
    },
  },
  {
    name: "a window shows the neighbours of its anchor and where they stand",
    async check(index) {
      await index.apply(articles.map(put));
      const { hits } = await index.search(everything, firstPage);
      const window = async (at: Parameters<ArticleIndex["window"]>[1]["at"]): Promise<unknown> => {
        const shown = await index.window(everything, { at, before: 2, after: 1 });
        equal(shown.total, letters.length);
        return [shown.firstOrdinal, shown.anchorOrdinal, ids(shown.hits).join("")];
      };
      deepEqual(await window("start"), [0, 0, "ab"]);
      deepEqual(await window("end"), [10, 12, "klm"]);
      deepEqual(await window({ id: "e" }), [2, 4, "cdef"]);
      deepEqual(await window({ ordinal: 4 }), [2, 4, "cdef"]);
      deepEqual(await window({ ordinal: 400 }), [10, 12, "klm"]);
      deepEqual(await window({ cursor: hits[4]?.cursor ?? "" }), [2, 4, "cdef"]);
      deepEqual(await window({ id: "nobody" }), [0, 0, "ab"]);
    },
  },
  {
    name: "a window whose article is gone stands where that was, and an article outside the list at its start",
    async check(index) {
      await index.apply(articles.map(put));
      const { hits } = await index.search(everything, firstPage);
      await index.apply(articles.slice(4, 5).map(removal));
      const at = { cursor: hits[4]?.cursor ?? "" };
      const shown = await index.window(everything, { at, before: 1, after: 1 });
      // Between d and f: either is where e was.
      equal(ids(shown.hits).join(""), shown.anchorOrdinal === 3 ? "cdf" : "dfg");
      ok(shown.anchorOrdinal === 3 || shown.anchorOrdinal === 4);
      const undated = typed("-has:date");
      const outside = await index.window(undated, { at: { id: "a" }, before: 1, after: 1 });
      deepEqual(
        [outside.firstOrdinal, outside.anchorOrdinal, ids(outside.hits)],
        [0, 0, ["k", "l"]],
      );
    },
  },
  {
    name: "a window by relevance stands by its article and its ordinal too",
    async check(index) {
      await index.apply(articles.map(put));
      const query = typed("rain", { sort: "relevance" });
      const whole = ids((await index.search(query, firstPage)).hits);
      const [id = ""] = whole.slice(6);
      for (const at of [{ id }, { ordinal: 6 }] as const) {
        const shown = await index.window(query, { at, before: 2, after: 2 });
        deepEqual([shown.firstOrdinal, shown.anchorOrdinal], [4, 6]);
        deepEqual(ids(shown.hits), whole.slice(4, 9));
      }
    },
  },
];
