import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Patience } from "../../src/archive/article-index.ts";
import { CancelledError } from "../../src/errors.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { article, options, query } from "./an-index.ts";

/** Articles: enough for several looks at the reader in whatever goes over all of them. */
const count = 5_000;

const folder = mkdtempSync(join(tmpdir(), "broadsheet-test-"));
const file = join(folder, "index.sqlite");
afterAll(() => rmSync(folder, { recursive: true }));

/** The index as a process finds it that has asked nothing yet. */
const opened = (): SqliteIndex => new SqliteIndex(openDatabase(file).database);

beforeAll(async () => {
  const index = opened();
  const text = (number: number): string =>
    `a bridge over the river ${number % 2 ? "ferry" : "boat"} harbour${number % 40} ស្ពានថ្មី`;
  const put = (number: number): ReturnType<typeof article> =>
    article(`a${number}`, "Bridges", text(number));
  await index.apply(Array.from({ length: count }, (_, number) => put(number)));
  await index.close();
});

const eight = "bridge river ferry boat harbour1 harbour2 nowhere water";
const text = {
  headline: "Bridges",
  description: "",
  keywords: "",
  body: "harbour1 harbour2 ferry",
};

/** Every kind of question, and how often at least it looks whether the answer is still wanted. */
const kinds: readonly (readonly [
  name: string,
  looks: number,
  ask: (index: SqliteIndex, patience: Patience) => Promise<unknown>,
])[] = [
  [
    "a word by date",
    1,
    (index, p) => index.search(query("bridge", "newest"), { ...options, ...p }),
  ],
  ["a word by relevance", 2, (index, p) => index.search(query("bridge"), { ...options, ...p })],
  ["eight words", 8, (index, p) => index.search(query(eight), { ...options, ...p })],
  ["a phrase", 4, (index, p) => index.search(query('"the river"'), { ...options, ...p })],
  [
    "a word of a headline",
    4,
    (index, p) => index.search(query("title:bridges"), { ...options, ...p }),
  ],
  ["words without spaces", 4, (index, p) => index.search(query("ស្ពានថ្មី"), { ...options, ...p })],
  ["a beginning", 40, (index, p) => index.search(query("harb*"), { ...options, ...p })],
  ["what is left out", 2, (index, p) => index.search(query("-bridge ferry"), { ...options, ...p })],
  [
    "a window",
    1,
    (index, p) => index.window(query("river"), { at: "end", before: 9, after: 0, ...p }),
  ],
  ["counts", 1, (index, p) => index.facets(query("ferry"), ["section", "year"], p)],
  ["a timeline", 1, (index, p) => index.timeline(query("boat"), "day", p)],
  ["suggested words", 20, (index, p) => index.suggest("harb", { limit: 20, ...p })],
  [
    "related articles",
    3,
    (index, p) => index.related({ id: "a1" }, text, { limit: 5, among: query("bridge"), ...p }),
  ],
];

test.each(kinds)("%s: nothing more is done once it is cancelled", async (_, looks, ask) => {
  let looked = 0;
  const whole = opened();
  await ask(whole, { cancelled: () => ++looked < 0 });
  await whole.close();
  const needed = looked;
  expect(needed).toBeGreaterThanOrEqual(looks);
  for (const last of new Set([1, Math.ceil(needed / 2), needed])) {
    const index = opened();
    looked = 0;
    await expect(ask(index, { cancelled: () => ++looked === last })).rejects.toThrow(
      CancelledError,
    );
    expect(looked).toBe(last);
    await index.close();
  }
});

test.each(kinds)("%s: without time there is an answer, which says so", async (_, _looks, ask) => {
  const index = opened();
  expect(await ask(index, { timeBudgetMs: 0 })).toMatchObject({ timedOut: true });
  await index.close();
});
