import { readFileSync } from "node:fs";

// The first answers of an archive that is kept, and the memory of a process that searches it:
// `node search-start-process.mjs FOLDER CACHE < CALLS`. Plain JavaScript, since what strips types takes
// memory too. Each call is `[method, ...values]`, in JSON.

const bare = memoryMb().all;
const cpuBefore = process.cpuUsage();
const [, , folder, cacheDir] = process.argv;
const { everything, parseText } = await import("../dist/index.js");
const { openArchive } = await import("../dist/node.js");

const begun = performance.now();
const archive = await openArchive(folder, { cacheDir, watch: false });
await archive.search(everything);
const page = performance.now();
const cpu = process.cpuUsage(cpuBefore);
await archive.search({ ...everything, sort: "relevance", text: parseText("said") });
const word = performance.now();
const early = memoryMb();
await archive.settled();
for (const [method, ...values] of JSON.parse(readFileSync(0, "utf8")))
  await archive[method](...values);
const after = memoryMb();
await archive.close();
console.log(
  JSON.stringify({
    bare,
    "first page": page - begun,
    "first page, CPU": (cpu.user + cpu.system) / 1_000,
    "first word": word - page,
    early: early.all,
    "early, own": early.own,
    after: after.all,
    "after, own": after.own,
  }),
);

/** Megabytes in memory: all, and without the pages of the index that the system maps and takes back. */
function memoryMb() {
  const all = process.memoryUsage.rss() / 2 ** 20;
  if (process.platform !== "linux") return { all, own: NaN };
  const parts = readFileSync("/proc/self/smaps", "utf8").split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m);
  const mapped = parts
    .filter((part) => /\.sqlite(?:-\w+)?$/.test(part.slice(0, part.indexOf("\n"))))
    .reduce((sum, part) => sum + Number(/^Rss:\s+(\d+)/m.exec(part)?.[1] ?? 0), 0);
  return { all, own: all - mapped / 1_024 };
}
