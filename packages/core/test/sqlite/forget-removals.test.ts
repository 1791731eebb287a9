import { join } from "node:path";
import { expect, test } from "vitest";
import { put, removal, sample } from "../../src/archive/conformance/sample.ts";
import { everything } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { options } from "./an-index.ts";

const all = { limit: 500 };

test("of many articles that are gone the last are told, and who asks after more is told to read all once", async () => {
  const { database } = openDatabase(":memory:");
  const index = new SqliteIndex(database, 5);
  const articles = Array.from({ length: 20 }, (_, number) => sample(`a${number + 10}`));
  const places = [await index.apply(articles.map(put))];
  // Two of them go with each write.
  for (let first = 0; first < articles.length; first += 2)
    places.push(await index.apply(articles.slice(first, first + 2).map(removal)));
  const partly = await index.changes(places[7], { limit: 1 });
  const told = await Promise.all(
    places.map((place) =>
      index.changes(place, all).then(
        ({ changes }) => changes.length,
        (error: unknown) => (error as { readonly code?: string }).code,
      ),
    ),
  );
  const expired = Array.from({ length: 7 }, () => "cursor-expired");
  expect(told).toEqual([...expired, 6, 4, 2, 0]);
  const { number } = database.prepare("SELECT count(*) AS number FROM removals").get() ?? {};
  expect(number).toBe(6);
  // A place within a write whose removals are forgotten now.
  expect((await index.changes(partly.next, all)).changes).toHaveLength(5);
  await index.apply([put(articles[0]!)]);
  await index.apply([removal(articles[0]!)]);
  await index.apply([put(articles[0]!)]);
  await index.apply([removal(articles[0]!)]);
  await expect(index.changes(partly.next, all)).rejects.toMatchObject({ code: "cursor-expired" });
  await index.close();
});

test("who had read an index before removals were forgotten answers as it is now", async () => {
  const file = join(temporaryFolder(), "index.sqlite");
  const reader = new SqliteIndex(openDatabase(file).database);
  const writer = new SqliteIndex(openDatabase(file).database, 2);
  const articles = Array.from({ length: 9 }, (_, number) => sample(`a${number}`));
  await writer.apply(articles.map(put));
  const ids = async (): Promise<string[]> => {
    const { hits } = await reader.search({ ...everything, sort: "oldest" }, options);
    return hits.map(({ article }) => article.id).toSorted();
  };
  expect(await ids()).toHaveLength(9);
  for (const each of articles.slice(0, 8)) await writer.apply([removal(each)]);
  await writer.apply([put(sample("b"))]);
  expect(await ids()).toEqual(["a8", "b"]);
  await reader.close();
  await writer.close();
});
