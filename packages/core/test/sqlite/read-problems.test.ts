import { expect, test } from "vitest";
import { CursorError } from "../../src/errors.ts";
import { makeProblem } from "../../src/problem.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { article, having, memory } from "./an-index.ts";

async function withProblems(): Promise<SqliteIndex> {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  const problems = ["b.md", "a.md", "c.md"].map((path, line) =>
    makeProblem("date-impossible", { path, line: line + 1, value: "2024-02-31" }),
  );
  const settings = makeProblem("settings-unknown", { path: "broadsheet.json", value: "colour" });
  await index.apply([{ type: "folder-problems", problems: [...problems, settings] }]);
  return index;
}

test("problems come in order of their paths, page by page", async () => {
  const index = await withProblems();
  const paths: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await index.problems({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.total).toBe(4);
    paths.push(...page.problems.map((problem) => problem.path));
    cursor = page.next;
  } while (cursor !== undefined);
  expect(paths).toEqual(["a.md", "b.md", "broadsheet.json", "c.md"]);
  await index.close();
});

test("problems are chosen by code and by path", async () => {
  const index = await withProblems();
  const byCode = await index.problems({ code: "settings-unknown", limit: 9 });
  expect(byCode).toMatchObject({
    total: 1,
    problems: [{ path: "broadsheet.json", value: "colour" }],
  });
  const byPath = await index.problems({ path: "b.md", limit: 9 });
  expect(byPath).toMatchObject({ total: 1, problems: [{ line: 1, value: "2024-02-31" }] });
  expect((await index.problems({ ofFolder: true, limit: 9 })).total).toBe(4);
  await index.close();
});

test("a cursor that is not ours is refused", async () => {
  const index = await withProblems();
  for (const cursor of ["x", "%", "[]", "%5B1%5D"]) {
    await expect(index.problems({ cursor, limit: 1 })).rejects.toThrow(CursorError);
  }
  await index.close();
});

test("problems are those of the articles that may be seen, when that is asked for", async () => {
  const index = memory();
  const date = (epochMs: number) =>
    ({ written: "2024", precision: "year", offset: null, epochMs, endMs: epochMs + 1 }) as const;
  const puts = [
    article("plain", "Plain", "Seen."),
    having(article("past", "Past", "Seen."), { datePublished: date(1_000) }),
    having(article("due", "Due", "Not yet."), { datePublished: date(1_001) }),
    having(article("hidden", "Hidden", "Not told."), { draft: true }),
  ].map(({ file, ...put }) => ({
    ...put,
    file: { ...file, problems: [makeProblem("date-impossible", { path: file.path })] },
  }));
  const settings = makeProblem("settings-unknown", { path: "broadsheet.json" });
  await index.apply([...puts, { type: "folder-problems", problems: [settings] }]);
  const paths = async (among?: { drafts: boolean; visibleAtMs?: number }): Promise<string[]> => {
    const page = await index.problems({ limit: 9, ...(among && { among }) });
    expect(page.total).toBe(page.problems.length);
    return page.problems.map(({ path }) => path);
  };
  expect(await paths({ drafts: false, visibleAtMs: 1_000 })).toEqual(["past.md", "plain.md"]);
  expect(await paths({ drafts: true, visibleAtMs: 1_000 })).toEqual([
    "hidden.md",
    "past.md",
    "plain.md",
  ]);
  expect(await paths({ drafts: false })).toEqual(["due.md", "past.md", "plain.md"]);
  expect(await paths()).toHaveLength(5);
  await index.close();
});
