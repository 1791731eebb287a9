import { deepStrictEqual as deepEqual, strictEqual as equal, ok, rejects } from "node:assert";
import { CancelledError } from "../../errors.ts";
import { everything } from "../../query/query.ts";
import type { ArticleIndex, Patience } from "../article-index.ts";
import { put, sample, textOf, typed } from "./sample.ts";
import type { Trial } from "./trial.ts";

/** So many that no engine answers without having looked whether it is still wanted. */
const many = 3_000;

async function filled(index: ArticleIndex): Promise<void> {
  const articles = Array.from({ length: many }, (_, number) =>
    put(sample(`a${number}`, { headline: "bridge", body: `ferry pier${number % 7}` })),
  );
  await index.apply(articles);
}

const rows = { limit: 5, facets: [] } as const;
const around = { at: "start", before: 0, after: 4 } as const;

/** The questions that can take long. */
function questions(
  index: ArticleIndex,
  given: Patience,
): readonly (readonly [name: string, ask: () => Promise<unknown>])[] {
  const query = typed("bridge", { sort: "relevance" });
  const filtered = typed("-ferry OR has:section");
  const near = sample("near", { headline: "pier3" });
  const among = { ...given, limit: 3, among: everything };
  return [
    ["search", () => index.search(query, { ...rows, ...given })],
    ["a search by a value", () => index.search(filtered, { ...rows, ...given })],
    ["window", () => index.window(query, { ...around, ...given })],
    ["facets", () => index.facets(query, ["section"], given)],
    ["timeline", () => index.timeline(query, "day", given)],
    ["suggest", () => index.suggest("pier", { limit: 5, ...given })],
    ["related", () => index.related(near.article, textOf(near), among)],
  ];
}

/** A question that is not wanted any more ends, and one whose time is over says so. */
export const patience: readonly Trial[] = [
  {
    name: "a question that is cancelled is not answered, and the index goes on",
    async check(index) {
      await filled(index);
      for (const [name, ask] of questions(index, { cancelled: () => true }))
        await rejects(ask, CancelledError, `${name} was answered`);
      const all = await index.search(typed("bridge"), rows);
      deepEqual([all.total, all.timedOut, all.totalRelation], [many, false, "eq"]);
    },
  },
  {
    name: "an answer for which there was no time is whole, or says that it is not",
    async check(index) {
      await filled(index);
      const late = { timeBudgetMs: 0 };
      for (const text of ["bridge", "-ferry", "bridge OR ferry", "has:section"]) {
        for (const sort of ["newest", "relevance"] as const) {
          const query = typed(text, { sort });
          const answers = [
            await index.search(query, { ...rows, ...late }),
            await index.window(query, { ...around, ...late }),
          ];
          const whole = await index.search(query, rows);
          equal(whole.timedOut, false);
          for (const { timedOut, total, totalRelation, hits } of answers) {
            ok(total <= whole.total, `${total} of ${whole.total}`);
            if (total < whole.total) equal(totalRelation, "gte");
            if (!timedOut) deepEqual([total, hits], [whole.total, whole.hits]);
          }
        }
      }
      const facets = await index.facets(typed("ferry"), ["section"], late);
      if (facets.timedOut !== true) equal(facets.section?.[0]?.count, many);
      const timeline = await index.timeline(typed("pier3"), "day", late);
      if (timeline.timedOut !== true) ok(timeline.undated > 0);
      const offered = await index.suggest("pier", { limit: 9, ...late });
      if (offered.timedOut !== true) equal(offered.words.length, 7);
      const near = sample("near", { headline: "pier3" });
      const asked = { limit: 3, among: everything, ...late };
      const related = await index.related(near.article, textOf(near), asked);
      if (related.timedOut !== true) equal(related.hits.length, 3);
    },
  },
  {
    name: "an answer that was cut short is not taken for the whole one later",
    async check(index) {
      await filled(index);
      await index.search(typed("bridge"), { ...rows, timeBudgetMs: 0 });
      await index.facets(typed("ferry"), ["section"], { timeBudgetMs: 0 });
      equal((await index.search(typed("bridge"), rows)).total, many);
      deepEqual(await index.facets(typed("ferry"), ["section"]), {
        section: [{ value: null, label: "", count: many }],
      });
    },
  },
];
