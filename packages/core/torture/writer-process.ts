import { writeSync } from "node:fs";
import { randomNumbers } from "../bench/random.ts";
import { openArchive } from "../src/open-archive.ts";
import { changeFile, planChanges } from "./change-files.ts";

// `node writer-process.ts FOLDER CACHE SEED`: changes files of an archive without end. It says which files
// it is about to change, and when the index has all changes so far. It is meant to be killed.

/** What the process says, a line each. */
export type Said = { readonly touching: readonly string[] } | { readonly inStep: true };

const [folder = "", cacheDir = "", seed = "0"] = process.argv.slice(2);
const random = randomNumbers(Number(seed));
const archive = await openArchive(folder, { cacheDir, watch: random() < 0.5 });
if (random() < 0.7) {
  await archive.settled();
  say({ inStep: true });
}
for (;;) {
  const changes = planChanges(random);
  say({ touching: changes.flatMap(({ path, to = path }) => [path, to]) });
  for (const change of changes) changeFile(folder, change);
  await archive.refresh();
  say({ inStep: true });
}

/** Written at once: what a killed process has not written yet it has not promised. */
function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}
