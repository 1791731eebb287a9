import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { indexedFile, prepareFile } from "../src/archive/read-file.ts";
import { readSettings } from "../src/source/read-settings.ts";
import { isIndexName } from "../src/sqlite/index-file.ts";
import { openDatabase } from "../src/sqlite/open-database.ts";
import { SqliteIndex } from "../src/sqlite/sqlite-index.ts";
import { printMeasurement } from "./own-process.ts";
import { quantile } from "./search-timing.ts";

// Changing files one at a time in a copy of a whole index, in a process of its own:
// `node keeping-process.ts idle|automerge FOLDER CACHE`. `automerge` leaves merging to FTS5, as it does by default.

const [, , merging, folder = "", cache = ""] = process.argv;
const changed = 1_000;

const name = readdirSync(cache).find(isIndexName) ?? "";
const place = mkdtempSync(join(tmpdir(), "broadsheet-bench-keeping-"));
try {
  for (const suffix of ["", "-wal"]) {
    const from = join(cache, `${name}${suffix}`);
    if (existsSync(from)) copyFileSync(from, join(place, `${name}${suffix}`));
  }
  const file = join(place, name);
  if (merging === "automerge") {
    const database = new DatabaseSync(file);
    database.exec("INSERT INTO words (words, rank) VALUES ('automerge', 4)");
    database.close();
  }
  const index = new SqliteIndex(openDatabase(file).database);
  const home = { root: folder, settings: readSettings(folder).settings };
  const { articles } = await index.counts();
  const entries = await index.stamps({ limit: articles });
  /** Merges all there is to merge, and gives how long each step took. */
  const merge = async (): Promise<readonly number[]> => {
    const steps: number[] = [];
    for (let isMore = merging === "idle"; isMore;) {
      const begun = performance.now();
      isMore = await index.tidy();
      steps.push(performance.now() - begun);
    }
    return steps;
  };
  await merge();

  const applying: number[] = [];
  /** The same on the processor: other programs have no part in it. */
  const working: number[] = [];
  const tidying: number[] = [];
  for (let number = 0; number < changed; number++) {
    const path = entries[Math.floor((number / changed) * entries.length)]?.path ?? "";
    const entry = await index.find({ path });
    if (entry === undefined) break;
    const prepared = prepareFile(home, entry);
    const put = indexedFile(prepared, { id: entry.id, problems: [] }, entry);
    const begun = performance.now();
    const before = process.threadCpuUsage();
    await index.apply([{ type: "put", file: put, text: prepared.text }]);
    const { user, system } = process.threadCpuUsage(before);
    applying.push(performance.now() - begun);
    working.push((user + system) / 1_000);
    tidying.push(...(await merge()));
  }
  await index.close();
  const [p50 = NaN, p99 = NaN] = [0.5, 0.99].map((share) => quantile(applying, share));
  const [cpu50 = NaN, cpu99 = NaN] = [0.5, 0.99].map((share) => quantile(working, share));
  const longest = Math.max(...applying);
  printMeasurement({ p50, p99, longest, cpu50, cpu99, longestStep: Math.max(0, ...tidying) });
} finally {
  rmSync(place, { recursive: true });
}
