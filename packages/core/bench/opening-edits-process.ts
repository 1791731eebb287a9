import { appendFileSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "../src/archive/archive.ts";
import { built, printMeasurement } from "./own-process.ts";

// Following what changes in a folder that is there to be changed: `node opening-edits-process.ts FOLDER CACHE`.

/** Files that are edited one after the other, and at once. */
const edits = 31;
const editedAtOnce = 10_000;

const [, , folder = "", cacheDir = ""] = process.argv;
const { everything, parseText } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
  .map((entry) => join(entry.parentPath, entry.name));

const archive = await openArchive(folder, { cacheDir });
const begunCpu = process.cpuUsage();
await archive.settled();
const { user, system } = process.cpuUsage(begunCpu);
// What is done when all is quiet belongs to no edit.
await archive.search(everything, { limit: 1 });

const seen: number[] = [];
for (let number = 0; number < edits; number++) {
  const word = `visible${String(number).padStart(4, "0")}x`;
  const begun = performance.now();
  appendFileSync(files[Math.floor((number * files.length) / edits)] ?? "", `\n\n${word}\n`);
  await until(archive, async () => (await holding(word)) === 1);
  seen.push(performance.now() - begun);
}

const many = files.slice(0, editedAtOnce);
const waits: number[] = [];
const asking = setInterval(() => {
  const asked = performance.now();
  void archive.search(everything, { limit: 20 }).then(() => waits.push(performance.now() - asked));
}, 50);
const begun = performance.now();
for (const file of many) appendFileSync(file, "\n\nalltogether\n");
const written = performance.now();
await until(archive, async () => (await holding("alltogether")) === many.length);
const allSeen = performance.now() - written;
clearInterval(asking);

const { generation } = await archive.status();
for (const file of many) utimesSync(file, new Date(), new Date());
const touched = performance.now();
await archive.refresh();
const restamped = performance.now() - touched;
const isSame = (await archive.status()).generation === generation;
await archive.close();
seen.sort((a, b) => a - b);
waits.sort((a, b) => a - b);
printMeasurement({
  restampAllCpu: (user + system) / 1_000,
  edit: seen[Math.floor(edits / 2)] ?? NaN,
  slowestEdit: seen.at(-1) ?? NaN,
  many: many.length,
  writing: written - begun,
  allSeen,
  wait: waits[Math.floor(waits.length / 2)] ?? NaN,
  longestWait: waits.at(-1) ?? NaN,
  restamped: isSame ? restamped : NaN,
});

async function holding(word: string): Promise<number> {
  const text = parseText(word);
  return (await archive.search({ ...everything, ...(text && { text }) }, { limit: 1 })).total;
}

/** Resolves when this is so; it is looked at when the archive says something of itself. */
async function until(opened: Archive, isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const said = Promise.withResolvers<void>();
    const stop = opened.subscribe(() => said.resolve());
    try {
      if (await isSo()) return;
      await said.promise;
    } finally {
      stop();
    }
  }
}
