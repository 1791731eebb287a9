import { deepStrictEqual as deepEqual, strictEqual as equal, rejects } from "node:assert";
import { ClosedError } from "../../errors.ts";
import { everything } from "../../query/query.ts";
import type { ArticleIndex } from "../article-index.ts";
import { put, removal, sample, textOf, typed } from "./sample.ts";
import { firstPage, found, ids, type Trial } from "./trial.ts";

const bridge = sample("bridge", { headline: "The bridge opens", keywords: ["river"] });
const ferry = sample("ferry", { headline: "The ferry stops", keywords: ["river", "boat"] });

/** An index may be open many times; it stays when it is closed. */
export const sharing: readonly Trial[] = [
  {
    name: "an index that is opened again is as it was left",
    async check(index, again) {
      const generation = await index.apply([put(bridge), put(ferry), removal(ferry)]);
      const place = (await index.changes(undefined, { limit: 5 })).next;
      await index.close();
      const later = await again();
      equal((await later.counts()).generation, generation);
      deepEqual(await found(later, typed("bridge")), ["bridge"]);
      deepEqual((await later.changes(place, { limit: 5 })).changes, []);
      await later.apply([put(ferry)]);
      deepEqual(await found(later, typed("tag:river")), ["bridge", "ferry"]);
    },
  },
  {
    name: "what was applied to an index is seen by all who have it open, also values that are new to them",
    async check(index, again) {
      const other = await again();
      deepEqual(await found(other, everything), []);
      for (const [number, tag] of ["rain", "snow", "hail"].entries()) {
        const article = sample(tag, { keywords: [tag, "weather"], headline: tag });
        const generation = await (number % 2 === 0 ? index : other).apply([put(article)]);
        for (const each of [index, other]) {
          equal((await each.search(typed("tag:weather"), firstPage)).total, number + 1);
          deepEqual(await found(each, typed(`tag:${tag}`)), [tag]);
          deepEqual(await found(each, typed(tag)), [tag]);
          equal((await each.counts()).generation, generation);
        }
      }
    },
  },
  {
    name: "an answer that is given while changes are made belongs to one generation",
    async check(index, again) {
      const reader = await again();
      const totals = new Map([[(await index.counts()).generation, 0]]);
      const answers: ReturnType<ArticleIndex["search"]>[] = [];
      const work = (async () => {
        for (let turn = 1; turn <= 12; turn++) {
          const both = [`a${turn}`, `b${turn}`].map((id) => put(sample(id, { headline: "rain" })));
          totals.set(await index.apply(both), turn * 2);
        }
      })();
      const options = { limit: 500, facets: ["section"] } as const;
      for (let turn = 0; turn < 12; turn++) {
        const answer = (turn % 2 === 0 ? reader : index).search(typed("rain"), options);
        answers.push(answer);
        await answer;
      }
      await work;
      for (const { total, generation, hits, facets } of await Promise.all(answers)) {
        equal(total, totals.get(generation));
        equal(hits.length, total);
        equal(facets.section?.[0]?.count ?? 0, total);
      }
    },
  },
  {
    name: "what keeps an index fast changes no answer, and comes to an end",
    async check(index) {
      for (let turn = 0; turn < 30; turn++) {
        const article = sample(`a${turn % 20}`, { headline: `rain ${turn}`, body: "The river." });
        await index.apply([put(article)]);
      }
      const before = await index.search(typed("rain"), { limit: 500, facets: ["tag"] });
      for (let step = 0; await index.tidy(); step++)
        if (step > 10_000) throw new Error("There is always more to do.");
      deepEqual(await index.search(typed("rain"), { limit: 500, facets: ["tag"] }), before);
      equal(before.total, 20);
    },
  },
  {
    name: "a closed index refuses every question, and can be closed again",
    async check(index) {
      await index.apply([put(bridge)]);
      await index.close();
      await index.close();
      const questions: readonly (() => Promise<unknown>)[] = [
        () => index.counts(),
        () => index.search(everything, firstPage),
        () => index.window(everything, { at: "start", before: 0, after: 1 }),
        () => index.find("bridge"),
        () => index.takenIds(["bridge"]),
        () => index.facets(everything, ["tag"]),
        () => index.timeline(everything, "day"),
        () => index.suggest("b", { limit: 1 }),
        () => index.related(bridge.article, textOf(bridge), { limit: 1, among: everything }),
        () => index.changes(undefined, { limit: 1 }),
        () => index.problems({ limit: 1 }),
        () => index.stamps({ limit: 1 }),
        () => index.folderDigest(""),
        () => index.claimants("bridge", { after: "", limit: 1 }),
        () => index.unsearchable(1),
        () => index.apply([put(ferry)]),
        () => index.tidy(),
      ];
      for (const question of questions) await rejects(question, ClosedError);
    },
  },
  {
    name: "articles that always come between the same two stay in order, and keep their texts",
    async check(index) {
      const between = Array.from({ length: 60 }, (_, number) => `b${"b".repeat(number)}`);
      await index.apply([put(sample("a", { headline: "rain" })), put(sample("z"))]);
      for (const id of between) await index.apply([put(sample(id, { headline: "rain" }))]);
      const { hits } = await index.search(everything, { limit: 500, facets: [] });
      deepEqual(ids(hits), ["a", ...between, "z"]);
      const missing = (await index.unsearchable(500)).map(({ id }) => id);
      const kept = ["a", ...between].filter((id) => !missing.includes(id));
      deepEqual(await found(index, typed("rain")), kept);
    },
  },
];
