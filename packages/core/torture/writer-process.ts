import { existsSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { randomNumbers } from "../bench/random.ts";
import { openArchive } from "../src/open-archive.ts";
import { changeFile, planChanges } from "./change-files.ts";

// `node writer-process.ts FOLDER CACHE SEED`: changes files of an archive without end. It says which files
// it is about to change, and when the index has all changes so far. It is meant to be killed.

/** Work that a process may be killed in: with other settings another index is made beside the one in use. */
export type Work = "build" | "update" | "optimise" | "replace";

/** What the process says, a line each. */
export type Said =
  | { readonly doing: Work; readonly touching?: readonly string[] }
  | { readonly inStep: true };

/** Time zones that are set in turn. */
const zones = ["UTC", "Asia/Phnom_Penh", "America/New_York"];

/** Longest rest, in milliseconds, in which segments are merged and columns kept. */
const longestRestMs = 400;

const [folder = "", cacheDir = "", seed = "0"] = process.argv.slice(2);
const random = randomNumbers(Number(seed));
const doing = existsSync(cacheDir) ? "update" : "build";
const archive = await openArchive(folder, { cacheDir, watch: random() < 0.5 });
// Its thread has begun when it answers.
await archive.status();
say({ doing });
if (random() < 0.7) {
  await archive.settled();
  say({ inStep: true });
}
for (;;) {
  if (random() < 0.15) {
    say({ doing: "replace" });
    const timeZone = zones[Math.floor(random() * zones.length)];
    writeFileSync(join(folder, "broadsheet.json"), JSON.stringify({ timeZone }));
  }
  const changes = planChanges(random);
  say({ doing: "update", touching: changes.flatMap(({ path, to = path }) => [path, to]) });
  for (const change of changes) changeFile(folder, change);
  await archive.refresh();
  say({ inStep: true });
  if (random() < 0.5) {
    say({ doing: "optimise" });
    await setTimeout(random() * longestRestMs);
  }
}

/** Written at once: what a killed process has not written yet it has not promised. */
function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}
