import { expect, test } from "vitest";
import { CursorError } from "../../src/errors.ts";
import { makeProblem } from "../../src/problem.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

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
