import { expect, onTestFinished, test } from "vitest";
import { date2024 } from "../../src/archive/conformance/sample.ts";
import { makeProblem } from "../../src/problem.ts";
import { everything, type Query } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { Snapshots } from "../../src/sqlite/snapshots.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { TextFinder } from "../../src/sqlite/find-text.ts";
import { article, memory, options, query } from "./an-index.ts";

test("lists and counts are made once until an article is due", async () => {
  const { database } = openDatabase(":memory:");
  const index = new SqliteIndex(database);
  onTestFinished(() => index.close());
  await index.apply([
    article("one", "The ferry", "It leaves at six.", { datePublished: date2024(5, 1) }),
    article("two", "The bridge", "It closes early.", { datePublished: date2024(5, 3) }),
  ]);
  const { lists, facets } = new Snapshots(database, new TextFinder(database)).current();
  const at = (hour: string) => {
    const seen: Query = { ...everything, visibleAtMs: Date.parse(hour) };
    const { year } = facets.count(seen, ["year"], () => true);
    return { list: lists.list(seen, () => true), year };
  };
  const [before, later, due] = ["2024-05-02T10:00Z", "2024-05-02T23:59Z", "2024-05-03T00:00Z"].map(
    at,
  );
  expect(later?.list).toBe(before?.list);
  expect(later?.year).toBe(before?.year);
  expect([before?.year?.[0]?.count, due?.year?.[0]?.count]).toEqual([1, 2]);
  expect([before?.list.positions.length, due?.list.positions.length]).toEqual([1, 2]);
});

test("what a question needs is kept until an article changes, and its memory is then given back", async () => {
  const { database } = openDatabase(":memory:");
  const index = new SqliteIndex(database);
  onTestFinished(() => index.close());
  await index.apply([article("one", "The ferry", "It leaves at six.")]);
  const snapshots = new Snapshots(database, new TextFinder(database));
  const { columns, lists } = snapshots.current();
  await index.apply([
    { type: "folder-problems", problems: [makeProblem("link-outside", { path: "a", value: "b" })] },
  ]);
  const same = snapshots.current();
  expect(same.columns).toBe(columns);
  expect(same.lists).toBe(lists);
  await index.apply([article("two", "The bridge", "It closes early.")]);
  const { columns: other } = snapshots.current();
  expect([columns.memory.length, other.count]).toEqual([0, 2]);
});

/** More looks at the clock than any of the questions takes. */
const manyLooks = 30;

test.for([
  ["ferry bridge", "newest"],
  ["ferry bridge", "relevance"],
  ["ferry harbour", "oldest"],
  ["ferry -bridge", "newest"],
  ["fer*", "relevance"],
] as const)(
  "what is found of %s in order %s is called all only when it is",
  async ([typed, sort]) => {
    const { database } = openDatabase(":memory:");
    const index = new SqliteIndex(database);
    onTestFinished(() => index.close());
    await index.apply([
      article("one", "The ferry", "It leaves at six."),
      article("two", "The bridge", "It closes early."),
      article("three", "The harbour", "A ferry in the harbour."),
    ]);
    const found = (looks: number) => {
      let left = looks;
      const { lists } = new Snapshots(database, new TextFinder(database)).current();
      return lists.list(query(typed, sort), () => left-- > 0);
    };
    const all = found(Infinity);
    expect(all.complete).toBe(true);
    const lists = Array.from({ length: manyLooks }, (_, looks) => found(looks));
    const complete = lists.filter((list) => list.complete).map(({ positions }) => positions);
    expect(complete).toEqual(complete.map(() => all.positions));
    expect(found(manyLooks).complete).toBe(true);
  },
);

test("an article that is called as was typed comes before those that hold it in their texts", async () => {
  const index = memory();
  await index.apply([
    article("first", "Old-new bridge and old-new bridge", "old-new bridge ".repeat(9)),
    article("old-new-bridge", "Market", "Rice."),
  ]);
  const { hits, total } = await index.search(query("old-new-bridge"), options);
  expect(hits.map((hit) => hit.article.id)).toEqual(["old-new-bridge", "first"]);
  expect(total).toBe(2);
});
