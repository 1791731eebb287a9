import { expect, it } from "vitest";
import type { ArticleChange } from "../../src/archive/article-change.ts";
import type { ArticleIndex, Change } from "../../src/archive/article-index.ts";
import { indexedFile, prepared } from "../../src/archive/read-file.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

function put(path: string, headline: string, id = path.replace(".md", "")): Change {
  const { article, problems } = parseArticle({ path, text: `# ${headline}\n\nText.\n` });
  const stamp = { size: 1, modifiedMs: 1, changedMs: 1, inode: 1 };
  const file = prepared({ found: { path, stamp }, article, problems, vanished: false }, "UTC");
  return { type: "put", file: indexedFile(file, { id, problems: [] }), text: file.text };
}

function emptyIndex(): ArticleIndex {
  return new SqliteIndex(openDatabase(":memory:").database);
}

/** What changed, page by page, as `id headline` or `-id`. */
async function walk(index: ArticleIndex, since: string, limit = 100): Promise<string[]> {
  const all: string[] = [];
  for (let place = since; ;) {
    const { changes, next, isLast } = await index.changes(place, limit);
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
  const start = (await index.changes(undefined, 10)).next;
  const first = await index.apply([put("a.md", "A"), put("b.md", "B"), put("c.md", "C")]);
  await index.apply([put("a.md", "A again")]);
  await index.apply([{ type: "remove", path: "b.md" }]);
  expect(await walk(index, start)).toEqual(["c C", "a A again", "-b"]);
  expect(await walk(index, first)).toEqual(["a A again", "-b"]);
  expect(await walk(index, (await index.changes(first, 10)).next)).toEqual([]);
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

it("says so when the place is of another index, or none", async () => {
  const [index, other] = [emptyIndex(), emptyIndex()];
  const { next } = await other.changes(undefined, 10);
  await expect(index.changes(next, 10)).rejects.toMatchObject({ code: "cursor-expired" });
  const { next: own } = await index.changes(undefined, 10);
  for (const wrong of ["", "1", `${own}.q1`, `${own}9`, `${own}.p1.p2`]) {
    await expect(index.changes(wrong, 10), wrong).rejects.toMatchObject({ code: "cursor-invalid" });
  }
});
