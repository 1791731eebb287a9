import { readFileSync } from "node:fs";

// The first answers of an archive that is kept, and the memory of a process that searches it:
// `node search-start-process.mjs FOLDER CACHE < CALLS`. Plain JavaScript, since what strips types takes
// memory too. Each call is `[method, ...values]`, in JSON.

const bare = memoryMb();
const cpuBefore = process.cpuUsage();
const [, , folder, cacheDir] = process.argv;
// What searches an archive and reads no article itself needs no more.
const { everything, parseText } = await import("../dist/view.js");
const { openArchive } = await import("../dist/open.js");

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
    "first page": page - begun,
    "first page, CPU": (cpu.user + cpu.system) / 1_000,
    "first word": word - page,
    ...named("bare", bare),
    ...named("early", early),
    ...named("after", after),
  }),
);

function named(when, memory) {
  return Object.fromEntries(Object.entries(memory).map(([of, mb]) => [`${when}, ${of}`, mb]));
}

/**
 * Megabytes in memory: the process's own, the files of the program and its libraries, which all processes that
 * run it have together, and the index's, which the system takes back when others need the room.
 */
function memoryMb() {
  if (process.platform !== "linux") return { all: process.memoryUsage.rss() / 2 ** 20 };
  const memory = { all: 0, own: 0, program: 0, index: 0 };
  const mappings = readFileSync("/proc/self/smaps", "utf8").split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m);
  for (const mapping of mappings) {
    const mb = (name) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(mapping)?.[1] ?? 0) / 1_024;
    const isIndex = /\.sqlite(?:-\w+)?$/.test(mapping.slice(0, mapping.indexOf("\n")));
    memory.all += mb("Rss");
    memory.own += mb("Anonymous");
    memory[isIndex ? "index" : "program"] += mb("Rss") - mb("Anonymous");
  }
  return memory;
}
