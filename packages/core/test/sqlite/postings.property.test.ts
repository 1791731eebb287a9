import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PostingReader } from "../../src/sqlite/postings.ts";
import { schema } from "../../src/sqlite/schema.ts";

/** Words of many lengths, which begin alike, so that pages and shared beginnings are met. */
const vocabulary = Array.from(
  { length: 60 },
  (_, number) =>
    `w${"ab".repeat(number % 9)}${number}${"ទន្លេ".repeat(number % 5 === 0 ? number / 5 : 0)}`,
);

const aText = fc
  .array(fc.constantFrom(...vocabulary), { maxLength: 80, size: "max" })
  .map((words) => words.join(" "));

/** What is done in one transaction: texts put at rows, in place of what was there, and rows removed. */
const aBatch = fc.array(
  fc.record({
    row: fc.oneof(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -(2 ** 45), max: 2 ** 45 })),
    headline: aText,
    body: aText,
    remove: fc.boolean(),
  }),
  { maxLength: 30, size: "max" },
);

test("the articles of a word are those that FTS5 itself tells, as often in each column", () => {
  fc.assert(
    fc.property(fc.array(aBatch, { maxLength: 6, size: "max" }), (batches) => {
      using database = new DatabaseSync(":memory:");
      database.exec(schema);
      database.exec("CREATE VIRTUAL TABLE instances USING fts5vocab(words, instance)");
      const put = database.prepare("INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)");
      const remove = database.prepare("DELETE FROM words WHERE rowid = ?");
      const present = new Set<number>();
      for (const batch of batches) {
        database.exec("BEGIN");
        for (const { row, headline, body, remove: isRemoved } of batch) {
          if (present.delete(row)) remove.run(row);
          if (isRemoved) continue;
          put.run(row, headline, body);
          present.add(row);
        }
        database.exec("COMMIT");
      }
      const reader = new PostingReader(database, [10, 0, 0, 1, 0]);
      const instances = database.prepare("SELECT doc, col FROM instances WHERE term = ?");
      for (const term of [...vocabulary, "none"]) {
        const expected = new Map<number, number>();
        for (const { doc, col } of instances.all(term)) {
          const row = Number(doc);
          expected.set(row, (expected.get(row) ?? 0) + (col === "headline" ? 10 : 1));
        }
        const found = reader
          .read(term)
          .flatMap(({ rows, frequencies }) =>
            Array.from(rows, (row, index) => [row, frequencies[index]] as const),
          );
        expect(found.length).toBe(expected.size);
        expect(new Map(found)).toEqual(expected);
      }
    }),
    { numRuns: 25 },
  );
});

test("a word whose articles fill many pages is read to its end", () => {
  using database = new DatabaseSync(":memory:");
  database.exec(schema);
  const put = database.prepare("INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)");
  database.exec("BEGIN");
  for (let row = 0; row < 20_000; row++) put.run(row * 1_000_003, "", `bridge ${row} bridge`);
  database.exec("COMMIT");
  const lists = new PostingReader(database, [1, 1, 1, 1, 0]).read("bridge");
  const rows = lists.flatMap((list) => [...list.rows]).toSorted((a, b) => a - b);
  expect(rows).toEqual(Array.from({ length: 20_000 }, (_, row) => row * 1_000_003));
  expect(lists.every((list) => list.frequencies.every((frequency) => frequency === 2))).toBe(true);
});
