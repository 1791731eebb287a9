import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { Change } from "../../src/archive/article-index.ts";
import type { Columns } from "../../src/sqlite/columns.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { readColumns, type ColumnsOfWrite } from "../../src/sqlite/read-columns.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { put as putChange } from "../../src/archive/conformance/sample.ts";
import { someArticles } from "../some-articles.ts";
import { article } from "./an-index.ts";

/** An index whose columns are followed from one write to the next, beside those that are read afresh. */
class Followed {
  readonly index: SqliteIndex;
  readonly #database = openDatabase(":memory:").database;
  #before: ColumnsOfWrite | undefined;
  #generation = "";

  constructor() {
    this.index = new SqliteIndex(this.#database);
    onTestFinished(() => this.index.close());
  }

  async apply(changes: readonly Change[]): Promise<void> {
    this.#generation = await this.index.apply(changes);
  }

  /** The columns as they follow from those that were looked at last, and as they are. */
  look(): readonly [followed: Columns, afresh: Columns] {
    const columns = readColumns(this.#database, this.#before);
    this.#before = { columns, sequence: Number(this.#generation.split(".")[1]) };
    return [columns, readColumns(this.#database)];
  }
}

const someSteps = fc.array(
  fc.record({
    put: someArticles,
    removed: fc.array(fc.nat(20), { maxLength: 4 }),
    isLookedAt: fc.boolean(),
    hasText: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test("columns that follow what changes are those that are read afresh", async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, async (steps) => {
      const followed = new Followed();
      const paths = new Set<string>();
      for (const { put, removed, isLookedAt, hasText } of steps) {
        const gone = [...new Set(removed)].flatMap((place) => [...paths][place] ?? []);
        const puts = new Map(put.map((each) => [each.article.path, putChange(each)]));
        await followed.apply([
          ...gone.map((path): Change => ({ type: "remove", path })),
          ...[...puts.values()].map((each): Change => (hasText ? each : withoutText(each))),
        ]);
        for (const path of gone) paths.delete(path);
        for (const path of puts.keys()) paths.add(path);
        if (!isLookedAt) continue;
        const [columns, afresh] = followed.look();
        expect(columns).toEqual(afresh);
      }
      const [columns, afresh] = followed.look();
      expect(columns).toEqual(afresh);
    }),
    { numRuns: 100 },
  );
});

function withoutText({ type, file }: ReturnType<typeof putChange>): Change {
  return { type, file };
}

test("columns follow where articles are moved apart to make room for one between them", async () => {
  const followed = new Followed();
  const between = Array.from({ length: 60 }, (_, number) => `m${"m".repeat(number)}`);
  await followed.apply([article("a", "First", "x"), article("z", "Last", "x")]);
  for (const id of between) {
    await followed.apply([article(id, "Between", "x")]);
    const [columns, afresh] = followed.look();
    expect(columns).toEqual(afresh);
  }
});
