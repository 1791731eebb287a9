import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DamagedIndexError } from "../../src/sqlite/damaged-index.ts";
import { isDamage } from "../../src/sqlite/open-database.ts";
import { placeOf } from "../../src/sqlite/posting-decoder.ts";
import { PostingReader, termPostings, type TermPostings } from "../../src/sqlite/postings.ts";
import { schema } from "../../src/sqlite/schema.ts";
import { TermInstances } from "../../src/sqlite/term-instances.ts";

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

/** What FTS5 is told between batches: how it merges its segments, and to merge some or all of them now. */
const anOrder = fc.constantFrom(
  "INSERT INTO words(words) VALUES ('optimize')",
  "INSERT INTO words(words, rank) VALUES ('merge', 1)",
  "INSERT INTO words(words, rank) VALUES ('merge', -4)",
  "INSERT INTO words(words, rank) VALUES ('automerge', 0)",
  "INSERT INTO words(words, rank) VALUES ('automerge', 2)",
  "INSERT INTO words(words, rank) VALUES ('usermerge', 2)",
  "INSERT INTO words(words, rank) VALUES ('crisismerge', 2)",
  "INSERT INTO words(words, rank) VALUES ('deletemerge', 1)",
  "INSERT INTO words(words, rank) VALUES ('pgsz', 64)",
  "INSERT INTO words(words, rank) VALUES ('pgsz', 4050)",
  "SELECT 1",
);
const aHistory = fc.array(fc.record({ batch: aBatch, order: anOrder }), {
  maxLength: 8,
  size: "max",
});

const weights = [10, 0, 0, 1, 0];

/** More rows than any history has: an answer of damaged pages has no more than fit on them. */
const mostRows = 10_000;

function articlesOf(reader: TermPostings, term: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const { rows, frequencies } of reader.read(term)) {
    for (const [index, row] of rows.entries()) {
      expect(found.has(row)).toBe(false);
      found.set(row, frequencies[index] ?? 0);
    }
  }
  return found;
}

/** A database whose pages of words can be written to past FTS5. */
function writable(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.enableDefensive(false);
  database.exec(schema);
  return database;
}

type History = typeof aHistory extends fc.Arbitrary<infer Value> ? Value : never;

function indexOf(history: History): {
  readonly database: DatabaseSync;
  readonly present: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly texts: ReadonlyMap<number, readonly [headline: string, body: string]>;
  readonly reader: PostingReader;
} {
  const database = writable();
  const put = database.prepare("INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)");
  const remove = database.prepare("DELETE FROM words WHERE rowid = ?");
  const present = new Map<number, ReadonlyMap<string, number>>();
  const texts = new Map<number, readonly [string, string]>();
  const reader = new PostingReader(database, weights);
  for (const { batch, order } of history) {
    database.exec("BEGIN");
    for (const { row, headline, body, remove: isRemoved } of batch) {
      if (present.delete(row)) remove.run(row);
      if (isRemoved) continue;
      put.run(row, headline, body);
      const words = new Map<string, number>();
      for (const [text, weight] of [
        [headline, 10],
        [body, 1],
      ] as const) {
        for (const word of text.split(" ")) words.set(word, (words.get(word) ?? 0) + weight);
      }
      present.set(row, words);
      texts.set(row, [headline, body]);
    }
    database.exec("COMMIT");
    // Between others' reading, so that what is kept from before is met.
    reader.refresh();
    database.exec(order);
    reader.refresh();
  }
  return { database, present, texts, reader };
}

test("the articles of a word are those that hold it, however FTS5 has merged its segments", () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const { database, present, reader } = indexOf(history);
      using _ = database;
      const instances = new TermInstances(database, weights);
      for (const term of vocabulary) {
        const expected = new Map<number, number>();
        for (const [row, words] of present) {
          const times = words.get(term);
          if (times !== undefined) expected.set(row, times);
        }
        expect(articlesOf(reader, term)).toEqual(expected);
        expect(articlesOf(instances, term)).toEqual(expected);
      }
      expect(articlesOf(reader, "never written").size).toBe(0);
      expect(instances.read("none")).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** Where a word stands in some of the articles that hold it, by looking at their texts. */
function placesIn(
  texts: ReadonlyMap<number, readonly [headline: string, body: string]>,
  rows: readonly number[],
  term: string,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const row of rows) {
    const [headline = "", body = ""] = texts.get(row) ?? [];
    const inColumn = (text: string, column: number): number[] =>
      text.split(" ").flatMap((word, number) => (word === term ? placeOf(column, number) : []));
    const places = [...inColumn(headline, 0), ...inColumn(body, 3)];
    if (places.length > 0) found.set(row, places);
  }
  return found;
}

test("a word's places in some articles are where it stands in their texts", () => {
  fc.assert(
    fc.property(aHistory, fc.array(fc.boolean(), { minLength: 50 }), (history, chosen) => {
      const { database, present, texts, reader } = indexOf(history);
      using _ = database;
      const instances = new TermInstances(database, weights);
      const sought = [...present.keys()]
        .filter((_row, index) => chosen[index % 50])
        .toSorted((a, b) => a - b);
      for (const term of vocabulary) {
        const expected = placesIn(texts, sought, term);
        expect(reader.places(term, Float64Array.from(sought))).toEqual(expected);
        expect(instances.places(term, Float64Array.from(sought))).toEqual(expected);
      }
    }),
    { numRuns: 20 },
  );
});

test("a format of pages that is not known is left to FTS5", () => {
  using database = writable();
  expect(termPostings(database, weights)).toBeInstanceOf(PostingReader);
  database.exec("UPDATE words_config SET v = 5 WHERE k = 'version'");
  expect(termPostings(database, weights)).toBeInstanceOf(TermInstances);
});

test("pages that are damaged give an error of damage or an answer, and nothing else", () => {
  const damage = fc.array(fc.record({ page: fc.nat(), place: fc.nat(), byte: fc.nat(255) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(aHistory, damage, (history, damages) => {
      const { database } = indexOf(history);
      using _ = database;
      const select = database.prepare("SELECT id, block FROM words_data WHERE id > 1");
      select.setReadBigInts(true);
      const pages = select.all();
      const write = database.prepare("UPDATE words_data SET block = ? WHERE id = ?");
      for (const { page, place, byte } of damages) {
        const { id = 0, block } = pages[page % pages.length] ?? {};
        if (!(block instanceof Uint8Array)) continue;
        block[place % block.length] = byte;
        write.run(block, id);
      }
      for (const term of vocabulary) {
        try {
          // Damage may well say a row twice: what is told is an answer.
          for (const { rows } of new PostingReader(database, weights).read(term))
            expect(rows.length).toBeLessThanOrEqual(mostRows);
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedIndexError);
          // So the index is thrown away and made again.
          expect(isDamage(error)).toBe(true);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("a page that is gone is damage, not the end of a word's articles", () => {
  using database = writable();
  const put = database.prepare("INSERT INTO words (rowid, body) VALUES (?, ?)");
  database.exec("BEGIN");
  for (let row = 1; row < 5_000; row++) put.run(row, "bridge river");
  database.exec("COMMIT");
  // But for the pages by which FTS5 skips within long lists: bit 36 is theirs.
  const pages = database
    .prepare("SELECT id FROM words_data WHERE id > 10 AND id >> 36 & 1 = 0")
    .all();
  expect(pages.length).toBeGreaterThan(4);
  for (const { id = 0 } of [...pages, { id: 10 }]) {
    database.exec("BEGIN");
    database.prepare("DELETE FROM words_data WHERE id = ?").run(id);
    const read = (): unknown =>
      ["bridge", "river"].map((term) => articlesOf(new PostingReader(database, weights), term));
    expect(read).toThrow(DamagedIndexError);
    database.exec("ROLLBACK");
  }
});

test("a word whose articles fill many pages is read to its end", () => {
  using database = new DatabaseSync(":memory:");
  database.exec(schema);
  const put = database.prepare("INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)");
  database.exec("BEGIN");
  for (let row = 0; row < 20_000; row++) put.run(row * 1_000_003, "", `bridge ${row} bridge`);
  database.exec("COMMIT");
  const articles = articlesOf(new PostingReader(database, [1, 1, 1, 1, 0]), "bridge");
  const expected = Array.from({ length: 20_000 }, (_, row) => [row * 1_000_003, 2] as const);
  expect(articles).toEqual(new Map(expected));
});
