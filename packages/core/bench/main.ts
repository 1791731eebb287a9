import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateArchive } from "./generate-archive.ts";
import { measureKeeping } from "./keeping.ts";
import { measureOpening } from "./opening.ts";
import { measureReading } from "./reading.ts";
import { measureSearching } from "./searching.ts";
import { measureWaiting } from "./waiting.ts";

// `npm run bench [-- SUBJECT … COUNT … [--cache FOLDER]]`: what each subject costs at so many articles, beside
// limits taken in the same run. A cache that is named is kept, so that a long build is done once.

const subjects = ["reading", "opening", "keeping", "searching", "waiting", "http", "terminal"];
const { values: flags, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { cache: { type: "string" } },
});
const named = words.filter((word) => subjects.includes(word));
const counts = words.filter((word) => !subjects.includes(word)).map(Number);
if (!counts.every((count) => Number.isSafeInteger(count) && count > 0)) {
  console.error(
    `bench: name subjects (${subjects.join(", ")}) and numbers of articles, such as \`npm run bench -- reading 100000\`.`,
  );
  process.exit(2);
}
const wanted = new Set(named.length > 0 ? named : subjects);

for (const count of counts.length > 0 ? counts : [1_000, 10_000]) {
  const folder = generateArchive(count);
  console.log(`\n${count} articles, ${megabytesIn(folder)} MB`);
  if (wanted.has("reading")) await measureReading(folder);
  if (wanted.size === 1 && wanted.has("reading")) continue;
  const cache = flags.cache ?? mkdtempSync(join(tmpdir(), "broadsheet-bench-cache-"));
  mkdirSync(cache, { recursive: true });
  try {
    if (wanted.has("opening")) measureOpening(folder, cache);
    if (wanted.has("keeping")) await measureKeeping(folder, cache);
    if (wanted.has("searching")) measureSearching(folder, cache, count);
    if (wanted.has("waiting")) measureWaiting(folder);
    if (wanted.has("http")) measureApp("api", folder, cache);
    if (wanted.has("terminal")) measureApp("tui", folder, cache);
  } finally {
    if (flags.cache === undefined) rmSync(cache, { recursive: true });
  }
}

/** The server and the terminal have benches of their own beside them. */
function measureApp(
  app: "api" | "tui",
  ...folders: readonly [folder: string, cache: string]
): void {
  const script = join(import.meta.dirname, `../../../apps/${app}/bench/main.ts`);
  const { status } = spawnSync(process.execPath, [script, ...folders], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

function megabytesIn(folder: string): string {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return (sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20).toFixed(1);
}
