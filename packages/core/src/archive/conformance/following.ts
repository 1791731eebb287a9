import { deepStrictEqual as deepEqual, ok, rejects } from "node:assert";
import { CursorError } from "../../errors.ts";
import type { ArticleChange, ChangeOptions } from "../article-change.ts";
import type { ArticleIndex, Change } from "../article-index.ts";
import { date2024, put, removal, sample } from "./sample.ts";
import type { Trial } from "./trial.ts";

const article = (id: string, headline = id.toUpperCase(), path = `${id}.md`) =>
  sample(id, { headline, path });

const puts = (...ids: readonly string[]): Change[] => ids.map((id) => put(article(id)));

/** What changed after a place, page by page, as `id headline` or `-id`. */
async function changed(
  index: ArticleIndex,
  since: string,
  limit = 100,
  options: Pick<ChangeOptions, "among"> = {},
): Promise<string[]> {
  const all: string[] = [];
  for (let place = since; ;) {
    const { changes, next, isLast } = await index.changes(place, { ...options, limit });
    ok(changes.length <= limit, `${changes.length} changes in a page of ${limit}`);
    all.push(...changes.map(shown));
    if (isLast) {
      const again = await index.changes(next, { ...options, limit });
      deepEqual([again.changes, again.next, again.isLast], [[], next, true]);
      return all;
    }
    place = next;
  }
}

function shown(change: ArticleChange): string {
  return change.type === "removed"
    ? `-${change.id}`
    : `${change.article.id} ${change.article.headline}`;
}

/** What has changed since a generation. */
export const following: readonly Trial[] = [
  {
    name: "what was put and removed since a generation is told, each article once, the oldest change first",
    async check(index) {
      const { next: start, changes, isLast } = await index.changes(undefined, { limit: 10 });
      deepEqual([changes, isLast], [[], true]);
      const first = await index.apply(puts("a", "b", "c"));
      await index.apply([put(article("a", "A again"))]);
      const last = await index.apply([removal(article("b"))]);
      deepEqual(await changed(index, start), ["c C", "a A again", "-b"]);
      deepEqual(await changed(index, first), ["a A again", "-b"]);
      deepEqual(await changed(index, last), []);
      deepEqual((await index.changes(last, { limit: 10 })).next, last);
    },
  },
  {
    name: "pages of any size tell the same",
    async check(index) {
      const start = await index.apply(puts("x", "y"));
      await index.apply(puts("a", "b", "c", "d"));
      await index.apply([
        removal(article("x")),
        removal(article("y")),
        put(article("a", "A again")),
      ]);
      const whole = await changed(index, start);
      deepEqual(whole.slice(0, 3).toSorted(), ["b B", "c C", "d D"]);
      deepEqual(whole.slice(3).toSorted(), ["-x", "-y", "a A again"]);
      for (const limit of [1, 2, 3, 4, 5, 6, 7])
        deepEqual([limit, await changed(index, start, limit)], [limit, whole]);
    },
  },
  {
    name: "what changes while pages are read is told as well",
    async check(index) {
      const start = await index.apply(puts("x"));
      await index.apply(puts("a", "b", "c"));
      const first = await index.changes(start, { limit: 1 });
      const seen = first.changes.map(shown);
      await index.apply([removal(article("x")), ...puts("d")]);
      const rest = await changed(index, first.next, 1);
      deepEqual([...seen, ...rest].toSorted(), ["-x", "a A", "b B", "c C", "d D"]);
    },
  },
  {
    name: "an article that only moved, or whose id another has now, is not told to be removed",
    async check(index) {
      const start = await index.apply([put(article("code", "A", "a.md")), ...puts("b")]);
      await index.apply([{ type: "remove", path: "a.md" }, put(article("code", "A", "2024/a.md"))]);
      await index.apply([put(article("b-2", "B", "b.md"))]);
      deepEqual((await changed(index, start)).toSorted(), ["-b", "b-2 B", "code A"]);
      const moved = await index.apply([put(article("b", "B", "c.md"))]);
      deepEqual((await changed(index, start)).toSorted(), ["b B", "b-2 B", "code A"]);
      deepEqual(await changed(index, moved), []);
    },
  },
  {
    name: "to one who may not see all an article that is hidden reads as removed, and one whose date has come as put",
    async check(index) {
      const due = sample("due", { headline: "Due", datePublished: date2024(6, 2) });
      const on = (day: number): Pick<ChangeOptions, "among"> => ({
        among: { drafts: false, visibleAtMs: Date.UTC(2024, 5, day) },
      });
      await index.apply([...puts("a", "b"), put(due)]);
      const { next } = await index.changes(undefined, { limit: 9, ...on(1) });
      await index.apply(["a", "c"].map((id) => put(sample(id, { draft: true }))));
      for (const limit of [1, 2, 9]) {
        deepEqual(await changed(index, next, limit, on(1)), ["-a"]);
        deepEqual(await changed(index, next, limit, on(2)), ["due Due", "-a"]);
      }
      await index.apply([put({ ...due, body: "It is told." })]);
      deepEqual(await changed(index, next, 9, on(2)), ["-a", "due Due"]);
    },
  },
  {
    name: "a place is of no use to one who might see other articles",
    async check(index) {
      await index.apply(puts("a"));
      const visibleAtMs = Date.UTC(2024, 0);
      const all = [
        { drafts: true },
        { drafts: false },
        { drafts: true, visibleAtMs },
        { drafts: false, visibleAtMs },
      ];
      for (const theirs of all) {
        const { next } = await index.changes(undefined, { limit: 9, among: theirs });
        for (const among of all) {
          const asked = index.changes(next, { limit: 9, among });
          if (among === theirs) deepEqual((await asked).next, next);
          else await rejects(asked, { name: "CursorError", code: "cursor-expired" });
        }
      }
    },
  },
  {
    name: "whoever was away while many articles went is told of each of them, or that they are not remembered",
    async check(index) {
      const ids = Array.from({ length: 30 }, (_, number) => `a${number}`);
      const since = await index.apply(puts(...ids));
      for (let first = 0; first < ids.length; first += 3)
        await index.apply(ids.slice(first, first + 3).map((id) => removal(article(id))));
      const told = await changed(index, since, 7).catch((error: unknown) => {
        if (error instanceof CursorError && error.code === "cursor-expired") return undefined;
        throw error;
      });
      if (told !== undefined) deepEqual(told.toSorted(), ids.map((id) => `-${id}`).toSorted());
    },
  },
  {
    name: "a place that is none, or in another index, is refused and said to be so",
    async check(index, _, other) {
      const own = await index.apply(puts("a"));
      for (const wrong of ["", "1", "nonsense", `${own}9`, `${own}x`, "\u0000"])
        await rejects(index.changes(wrong, { limit: 10 }), {
          name: "CursorError",
          code: "cursor-invalid",
        });
      const made = await other();
      const expired = { name: "CursorError", code: "cursor-expired" };
      await rejects(made.changes(own, { limit: 10 }), expired);
      await rejects(index.changes(await made.apply(puts("a", "b")), { limit: 10 }), expired);
    },
  },
];
