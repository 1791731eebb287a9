import { expect, it } from "vitest";
import type { ArticleChange, ChangeOptions } from "../../src/archive/article-change.ts";
import type { ArticleIndex, Change } from "../../src/archive/article-index.ts";
import { indexedFile, prepared } from "../../src/archive/read-file.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

function put(path: string, headline: string, id = path.replace(".md", ""), matter = ""): Change {
  const text = `${matter === "" ? "" : `---\n${matter}\n---\n`}# ${headline}\n\nText.\n`;
  const { article, problems } = parseArticle({ path, text });
  const stamp = { size: 1, modifiedMs: 1, changedMs: 1, inode: 1 };
  const file = prepared({ found: { path, stamp }, article, problems, vanished: false }, "UTC");
  return { type: "put", file: indexedFile(file, { id, problems: [] }), text: file.text };
}

function emptyIndex(): ArticleIndex {
  return new SqliteIndex(openDatabase(":memory:").database);
}

/** What changed, page by page, as `id headline` or `-id`. */
async function walk(
  index: ArticleIndex,
  since: string,
  limit = 100,
  options: ChangeOptions = {},
): Promise<string[]> {
  const all: string[] = [];
  for (let place = since; ;) {
    const { changes, next, isLast } = await index.changes(place, { ...options, limit });
    expect(changes.length).toBeLessThanOrEqual(limit);
    all.push(...changes.map(shown));
    if (isLast) return all;
    place = next;
  }
}

function shown(change: ArticleChange): string {
  return change.type === "removed"
    ? `-${change.id}`
    : `${change.article.id} ${change.article.headline}`;
}

it("tells what was put and removed since a generation, each article once, oldest change first", async () => {
  const index = emptyIndex();
  const start = (await index.changes(undefined, { limit: 10 })).next;
  const first = await index.apply([put("a.md", "A"), put("b.md", "B"), put("c.md", "C")]);
  await index.apply([put("a.md", "A again")]);
  await index.apply([{ type: "remove", path: "b.md" }]);
  expect(await walk(index, start)).toEqual(["c C", "a A again", "-b"]);
  expect(await walk(index, first)).toEqual(["a A again", "-b"]);
  expect(await walk(index, (await index.changes(first, { limit: 10 })).next)).toEqual([]);
});

it("tells the same in pages of any size", async () => {
  const index = emptyIndex();
  const start = await index.apply([put("x.md", "X"), put("y.md", "Y")]);
  await index.apply(["a", "b", "c", "d"].map((name) => put(`${name}.md`, name.toUpperCase())));
  await index.apply([
    { type: "remove", path: "x.md" },
    { type: "remove", path: "y.md" },
    put("a.md", "A again"),
  ]);
  const whole = ["b B", "c C", "d D", "a A again", "-x", "-y"];
  for (const limit of [1, 2, 3, 4, 5, 6, 7]) {
    expect(await walk(index, start, limit), `pages of ${limit}`).toEqual(whole);
  }
});

it("does not call an article removed that was only moved, or whose id another has now", async () => {
  const index = emptyIndex();
  const start = await index.apply([put("a.md", "A", "CODE1"), put("b.md", "B")]);
  await index.apply([{ type: "remove", path: "a.md" }, put("2024/a.md", "A", "CODE1")]);
  await index.apply([put("b.md", "B", "b-2")]);
  expect(await walk(index, start)).toEqual(["CODE1 A", "b-2 B", "-b"]);
});

it("calls an article removed that becomes a draft, and put when its date has come, once", async () => {
  const index = emptyIndex();
  const due = (matter: string): Change => put("due.md", "Due", "due", matter);
  await index.apply([put("a.md", "A"), due("date: 9000-01-01"), put("b.md", "B")]);
  const on = (day: string): ChangeOptions => ({
    among: { drafts: false, visibleAtMs: Date.parse(day) },
  });
  const { next } = await index.changes(undefined, { limit: 9, ...on("8999-12-31") });
  await index.apply([put("a.md", "A", "a", "draft: true"), put("c.md", "C", "c", "draft: true")]);
  for (const limit of [1, 2, 9]) {
    expect(await walk(index, next, limit, on("8999-12-31"))).toEqual(["-a"]);
    expect(await walk(index, next, limit, on("9000-01-01"))).toEqual(["due Due", "-a"]);
  }
  await index.apply([due("date: 9000-01-01\ntags: [one]")]);
  expect(await walk(index, next, 9, on("9000-01-01"))).toEqual(["-a", "due Due"]);
  await index.apply([{ type: "remove", path: "due.md" }]);
  expect(await walk(index, next, 9, on("9000-01-01"))).toEqual(["-a"]);
});

it("says so when the place is of another index, or none", async () => {
  const [index, other] = [emptyIndex(), emptyIndex()];
  const { next } = await other.changes(undefined, { limit: 10 });
  await expect(index.changes(next, { limit: 10 })).rejects.toMatchObject({
    code: "cursor-expired",
  });
  const { next: own } = await index.changes(undefined, { limit: 10 });
  for (const wrong of ["", "1", `${own}.q1`, `${own}9`, `${own}.p1.p2`]) {
    await expect(index.changes(wrong, { limit: 10 }), wrong).rejects.toMatchObject({
      code: "cursor-invalid",
    });
  }
});
