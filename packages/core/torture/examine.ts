import { isDeepStrictEqual } from "node:util";
import { DatabaseSync } from "node:sqlite";
import { existsSync } from "node:fs";
import { FolderArchive } from "../src/archive/folder-archive.ts";
import type { ArticleIndex } from "../src/archive/article-index.ts";
import { entriesBelow } from "../src/archive/known-files.ts";
import { findArticleFiles } from "../src/source/find-article-files.ts";
import { SettingsFile } from "../src/source/settings-file.ts";
import { readSettings } from "../src/source/read-settings.ts";
import type { Settings } from "../src/source/settings.ts";
import { indexFile } from "../src/sqlite/index-file.ts";
import { openDatabase } from "../src/sqlite/open-database.ts";
import { SqliteIndex } from "../src/sqlite/sqlite-index.ts";
import { everythingSeen } from "../test/everything-seen.ts";

/** What was promised of an index: that it has every file as it is, but for these paths. */
export type Promised = { readonly butFor: ReadonlySet<string> };

/**
 * What is wrong with the index of a folder after the process that wrote it was killed, a sentence each;
 * then brings the index into step and compares it with a fresh one.
 */
export async function examine(
  folder: string,
  cache: string,
  promised: Promised | undefined,
): Promise<readonly string[]> {
  const { settings } = readSettings(folder);
  const file = indexFile(folder, settings, cache);
  const faults: string[] = [];
  if (existsSync(file)) faults.push(...unsound(file));
  const { database, notice } = openDatabase(file);
  if (notice !== undefined) faults.push(`opening it says: ${notice}`);
  const index = new SqliteIndex(database);
  if (promised !== undefined) faults.push(...(await broken(folder, settings, index, promised)));
  const kept = archiveOf(folder, settings, index);
  const freshIndex = new SqliteIndex(openDatabase(":memory:").database);
  const fresh = archiveOf(folder, settings, freshIndex);
  const [before, after] = [
    await everythingSeen(kept, index),
    await everythingSeen(fresh, freshIndex),
  ];
  for (const [place, sight] of after.entries()) {
    if (isDeepStrictEqual(before[place], sight)) continue;
    const [ours, theirs] = [before[place], sight].map((each) => JSON.stringify(each).slice(0, 300));
    faults.push(`it is not the index that a fresh start makes: ${ours}, not ${theirs}`);
    break;
  }
  await Promise.all([kept.close(), fresh.close()]);
  return faults;
}

function archiveOf(root: string, settings: Settings, index: ArticleIndex): FolderArchive {
  return new FolderArchive({
    folder: { root, settings },
    index,
    settingsFile: new SettingsFile(root),
    notices: [],
    watch: false,
    writerTurn: (work) => work(),
    onStatus: () => {},
  });
}

/** What SQLite itself finds wrong. */
function unsound(file: string): readonly string[] {
  const database = new DatabaseSync(file);
  try {
    const answer = String(database.prepare("PRAGMA quick_check").get()?.["quick_check"]);
    if (answer !== "ok") return [`the file is damaged: ${answer}`];
    const tables = Number(
      database.prepare("SELECT count(*) AS number FROM sqlite_schema").get()?.["number"],
    );
    if (tables > 0) database.exec("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)");
    return [];
  } catch (error) {
    return [`the file is damaged: ${String(error)}`];
  } finally {
    database.close();
  }
}

/** Promises that were not kept. */
async function broken(
  folder: string,
  settings: Settings,
  index: ArticleIndex,
  { butFor }: Promised,
): Promise<readonly string[]> {
  const known = (await Array.fromAsync(entriesBelow(index, "", async () => {}))).flat();
  const files = findArticleFiles(folder, settings).files.filter(({ path }) => !butFor.has(path));
  const there = new Set(files.map(({ path }) => path));
  const faults: string[] = [];
  for (const { path, stamp } of files) {
    const entry = await index.find({ path });
    if (entry === undefined) faults.push(`${path} was promised and is not there`);
    else if (!entry.searchable) faults.push(`${path} was promised and has no text`);
    else if (entry.stamp.size !== stamp.size || entry.stamp.modifiedMs !== stamp.modifiedMs) {
      faults.push(`${path} was promised and is an older one`);
    }
  }
  for (const { path } of known) {
    if (!there.has(path) && !butFor.has(path)) faults.push(`${path} is gone and still there`);
  }
  return faults;
}
