import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ArticleIndex, Change } from "../../src/archive/article-index.ts";
import { indexedFile, prepared } from "../../src/archive/read-file.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

const hourMs = 3_600_000;
const startMs = Date.UTC(2024, 5, 1);

/** An article as the test knows it; its date in hours from the start. */
type Known = {
  readonly id: string;
  readonly headline: string;
  readonly draft: boolean;
  readonly hour: number | undefined;
};

const anId = fc.constantFrom("a", "b", "c");
const aStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("put" as const),
      path: fc.constantFrom("1.md", "2.md"),
      id: anId,
      draft: fc.boolean(),
      hour: fc.constantFrom(undefined, -2, 1, 3),
    }),
  },
  fc.record({ type: fc.constant("remove" as const), id: anId }),
  { weight: 2, arbitrary: fc.constant({ type: "hour" as const }) },
  { weight: 2, arbitrary: fc.constant({ type: "ask" as const }) },
  fc.constant({ type: "list" as const }),
);

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

function put(path: string, { id, headline, draft, hour }: Known): Change {
  const date = hour === undefined ? "" : `date: ${iso(startMs + hour * hourMs)}\n`;
  const text = `---\ntitle: ${headline}\ndraft: ${draft}\n${date}---\nText.\n`;
  const { article, problems } = parseArticle({ path, text });
  const stamp = { size: 1, modifiedMs: 1, changedMs: 1, inode: 1 };
  const file = prepared({ found: { path, stamp }, article, problems, vanished: false }, "UTC");
  return { type: "put", file: indexedFile(file, { id, problems: [] }), text: file.text };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

test("who follows the changes has what may be seen, and never hears of what might not be", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aStep, { minLength: 5, maxLength: 40, size: "max" }),
      fc.record({ drafts: fc.boolean(), future: fc.boolean() }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, sees, limit) => {
        vi.setSystemTime(startMs);
        const index: ArticleIndex = new SqliteIndex(openDatabase(":memory:").database);
        const files = new Map<string, Known>();
        const everSeen = new Set<string>();
        const mirror = new Map<string, string>();
        const seen = (): Map<string, string> => {
          const shown = [...files.values()].filter(
            ({ draft, hour = -Infinity }) =>
              (sees.drafts || !draft) && (sees.future || startMs + hour * hourMs <= Date.now()),
          );
          return new Map(shown.map(({ id, headline }) => [id, headline]));
        };
        const ask = async (since?: string): ReturnType<ArticleIndex["changes"]> =>
          index.changes(since, {
            limit,
            among: { drafts: sees.drafts, ...(sees.future ? {} : { visibleAtMs: Date.now() }) },
          });
        let place = (await ask()).next;
        const follow = async (): Promise<boolean> => {
          const { changes, next, isLast } = await ask(place);
          place = next;
          expect(changes.length).toBeLessThanOrEqual(limit);
          for (const change of changes) {
            expect(everSeen).toContain(change.type === "put" ? change.article.id : change.id);
            if (change.type === "put") mirror.set(change.article.id, change.article.headline);
            else mirror.delete(change.id);
          }
          return isLast;
        };
        const applied = async (changes: readonly Change[]): Promise<void> => {
          if (changes.length > 0) await index.apply(changes);
        };

        for (const [number, step] of steps.entries()) {
          if (step.type === "hour") vi.setSystemTime(Date.now() + hourMs);
          else if (step.type === "ask") await follow();
          else if (step.type === "list") {
            // What was listed since the last question is in the mirror too.
            for (const [id, headline] of seen()) mirror.set(id, headline);
          } else {
            const had = [...files].find(([, { id }]) => id === step.id)?.[0];
            const known =
              step.type === "put" ? { ...step, headline: `Headline ${number}` } : undefined;
            const path = step.type === "put" ? step.path : undefined;
            if (had !== undefined) files.delete(had);
            if (path !== undefined && known !== undefined) files.set(path, known);
            await applied([
              ...(had === undefined || had === path
                ? []
                : [{ type: "remove", path: had } as const]),
              ...(path === undefined || known === undefined ? [] : [put(path, known)]),
            ]);
          }
          for (const id of seen().keys()) everSeen.add(id);
        }
        while (!(await follow()));
        expect(mirror).toEqual(seen());
        // Who asks again, at any hour until something happens, is told the same.
        expect(await ask(place)).toMatchObject({ changes: [], next: place, isLast: true });
        await index.close();
      },
    ),
    { numRuns: 150 },
  );
});
