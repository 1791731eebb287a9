import {
  deepStrictEqual as deepEqual,
  strictEqual as equal,
  notStrictEqual as notEqual,
  rejects,
} from "node:assert";
import { IndexError } from "../../errors.ts";
import { everything } from "../../query/query.ts";
import type { IndexedFile } from "../article-index.ts";
import { date2024, listed, put, removal, sample, textOf, typed } from "./sample.ts";
import { firstPage, found, ids, type Trial } from "./trial.ts";

const bridge = sample("bridge", {
  headline: "The bridge opens",
  body: "Buses crossed at noon.",
  keywords: ["river"],
  datePublished: date2024(6, 2),
});
const ferry = sample("ferry", { headline: "The ferry stops", body: "The bridge is open." });

/** What `apply` promises: when it resolves, all of the changes are there, or none are. */
export const applying: readonly Trial[] = [
  {
    name: "a new index is empty and says so",
    async check(index) {
      const { generation, ...counts } = await index.counts();
      deepEqual(counts, {
        articles: 0,
        unsearchable: 0,
        awaited: 0,
        whole: false,
        problems: { error: 0, warning: 0, note: 0 },
      });
      deepEqual(await index.search(everything, firstPage), {
        hits: [],
        total: 0,
        totalRelation: "eq",
        order: "newest",
        generation,
        timedOut: false,
        facets: {},
      });
      deepEqual(await index.window(everything, { at: "end", before: 2, after: 2 }), {
        hits: [],
        total: 0,
        totalRelation: "eq",
        order: "newest",
        generation,
        timedOut: false,
        firstOrdinal: 0,
      });
      deepEqual(await index.stamps({ limit: 10 }), []);
      deepEqual(await index.suggest("b", { limit: 10 }), { words: [] });
    },
  },
  {
    name: "what was put is in every answer when apply resolves, and its generation is the one they name",
    async check(index) {
      const before = (await index.counts()).generation;
      const generation = await index.apply([put(bridge), put(ferry)]);
      notEqual(generation, before);
      const options = { ...firstPage, facets: ["tag"] } as const;
      const page = await index.search(typed("bridge"), options);
      deepEqual(ids(page.hits), ["bridge", "ferry"]);
      deepEqual(page.hits[0]?.article, bridge.article);
      deepEqual(page.hits[0]?.stamp, put(bridge).file.stamp);
      equal(page.generation, generation);
      equal(page.total, 2);
      equal(page.facets.tag?.length, 2);
      equal((await index.counts()).generation, generation);
      const window = await index.window(everything, { at: "start", before: 0, after: 5 });
      equal(window.generation, generation);
      deepEqual(ids(window.hits), ["bridge", "ferry"]);
      const timeline = await index.timeline(everything, "day");
      deepEqual(timeline, {
        buckets: [{ period: "2024-06-02", count: 1 }],
        coarser: 0,
        undated: 1,
        generation,
      });
      const { words } = await index.suggest("bridg", { limit: 5 });
      deepEqual(words, [{ word: "bridge", articles: 2 }]);
      equal((await index.find("bridge"))?.path, "bridge.md");
      equal((await index.changes(undefined, { limit: 5 })).generation, generation);
    },
  },
  {
    name: "each apply of changes makes a generation that no other had, also when nothing differs",
    async check(index) {
      const generations = [
        await index.apply([put(bridge)]),
        await index.apply([put(bridge)]),
        await index.apply([{ type: "remove", path: "nowhere.md" }]),
      ];
      equal(new Set(generations).size, generations.length);
      equal(await index.apply([]), generations.at(-1));
      equal((await index.counts()).generation, generations.at(-1));
    },
  },
  {
    name: "an article that is put again is the new one alone",
    async check(index) {
      await index.apply([put(bridge), put(ferry)]);
      const { datePublished: _, ...undated } = bridge.article;
      const closed = sample("bridge", { ...undated, headline: "It closes", body: "For repair." });
      await index.apply([put({ ...closed, article: { ...closed.article, keywords: ["road"] } })]);
      equal((await index.counts()).articles, 2);
      deepEqual(await found(index, typed("buses OR opens")), []);
      deepEqual(await found(index, typed("repair")), ["bridge"]);
      deepEqual(await found(index, typed("tag:river")), []);
      deepEqual(await found(index, typed("tag:road")), ["bridge"]);
      deepEqual(await found(index, typed("has:date")), []);
      equal((await index.timeline(everything, "day")).undated, 2);
    },
  },
  {
    name: "a file that is put under another id has that alone",
    async check(index) {
      await index.apply([put(bridge)]);
      const other = { ...bridge.article, id: "bridge-2" };
      await index.apply([put({ ...bridge, article: other })]);
      equal(await index.find("bridge"), undefined);
      equal((await index.find("bridge-2"))?.path, "bridge.md");
      deepEqual(await found(index, typed("buses")), ["bridge-2"]);
    },
  },
  {
    name: "a removed article is in no answer, and can come back",
    async check(index) {
      await index.apply([put(bridge), put(ferry)]);
      await index.apply([removal(bridge)]);
      equal((await index.counts()).articles, 1);
      deepEqual(await found(index, everything), ["ferry"]);
      deepEqual(await found(index, typed("buses")), []);
      equal(await index.find("bridge"), undefined);
      equal(await index.find({ path: "bridge.md" }), undefined);
      deepEqual([...(await index.takenIds(["bridge", "ferry"]))], ["ferry"]);
      deepEqual(await index.facets(everything, ["tag"]), {
        tag: [{ value: null, label: "", count: 1 }],
      });
      deepEqual((await index.timeline(everything, "year")).buckets, []);
      const near = { limit: 5, among: everything };
      deepEqual(await index.related(ferry.article, textOf(bridge), near), { hits: [] });
      deepEqual(await index.suggest("bus", { limit: 5 }), { words: [] });
      await index.apply([put(bridge)]);
      deepEqual(await found(index, typed("buses")), ["bridge"]);
    },
  },
  {
    name: "a path that is removed and put in one apply is there",
    async check(index) {
      await index.apply([put(bridge)]);
      await index.apply([removal(bridge), put({ ...bridge, body: "It was built again." })]);
      deepEqual(await found(index, typed("built")), ["bridge"]);
      deepEqual(await found(index, typed("buses")), []);
    },
  },
  {
    name: "a change that fails leaves nothing of those made with it, and the index goes on",
    async check(index) {
      const before = await index.apply([put(bridge)]);
      const unreadable = {
        type: "put",
        get file(): IndexedFile {
          throw new Error("a file that cannot be told");
        },
      } as const;
      await rejects(
        index.apply([put(ferry), removal(bridge), { type: "awaited", files: 7 }, unreadable]),
        IndexError,
      );
      const { generation, articles, awaited } = await index.counts();
      deepEqual({ generation, articles, awaited }, { generation: before, articles: 1, awaited: 0 });
      deepEqual(await found(index, everything), ["bridge"]);
      await index.apply([put(ferry)]);
      deepEqual(await found(index, typed("bridge")), ["bridge", "ferry"]);
    },
  },
  {
    name: "an article without its text is listed and filtered, and found by no word until that comes",
    async check(index) {
      await index.apply([listed(bridge)]);
      deepEqual(await found(index, everything), ["bridge"]);
      deepEqual(await found(index, typed("tag:river")), ["bridge"]);
      deepEqual(await found(index, typed("bridge OR tag:river")), ["bridge"]);
      deepEqual(await found(index, typed("-(bridge tag:snow)")), ["bridge"]);
      for (const text of ["bridge", "-bridge", "bridge tag:river", "-bridge tag:river"]) {
        const { total, totalRelation } = await index.search(typed(text), firstPage);
        deepEqual([text, total, totalRelation], [text, 0, "gte"]);
      }
      equal((await index.search(typed("tag:river"), firstPage)).totalRelation, "eq");
      equal((await index.counts()).unsearchable, 1);
      deepEqual(
        (await index.unsearchable(10)).map(({ id, searchable }) => [id, searchable]),
        [["bridge", false]],
      );
      await index.apply([put(bridge)]);
      deepEqual(await found(index, typed("bridge")), ["bridge"]);
      equal((await index.search(typed("bridge"), firstPage)).totalRelation, "eq");
      equal((await index.counts()).unsearchable, 0);
      deepEqual(await index.unsearchable(10), []);
      await index.apply([listed(bridge)]);
      deepEqual(await found(index, typed("bridge")), []);
    },
  },
  {
    name: "how many files are awaited is what the last change said",
    async check(index) {
      await index.apply([put(bridge), { type: "awaited", files: 12 }]);
      await index.apply([put(ferry)]);
      equal((await index.counts()).awaited, 12);
      await index.apply([{ type: "awaited", files: 0 }]);
      equal((await index.counts()).awaited, 0);
    },
  },
  {
    name: "an index is whole once nothing more was awaited, and stays so",
    async check(index) {
      await index.apply([put(bridge), { type: "awaited", files: 1 }]);
      equal((await index.counts()).whole, false);
      await index.apply([put(ferry), { type: "awaited", files: 0 }]);
      equal((await index.counts()).whole, true);
      await index.apply([removal(ferry), { type: "awaited", files: 7 }]);
      equal((await index.counts()).whole, true);
    },
  },
  {
    name: "the first and the last date are those of the articles that are there",
    async check(index) {
      const old = sample("old", { datePublished: date2024() });
      await index.apply([put(bridge), put(ferry), put(old)]);
      const { firstMs, lastMs } = await index.counts();
      deepEqual([firstMs, lastMs], [Date.UTC(2024, 0), Date.UTC(2024, 5, 2)]);
      await index.apply([removal(old)]);
      equal((await index.counts()).firstMs, Date.UTC(2024, 5, 2));
      await index.apply([removal(bridge)]);
      deepEqual(Object.hasOwn(await index.counts(), "firstMs"), false);
    },
  },
];
