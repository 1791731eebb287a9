import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built, printMeasurement } from "./own-process.ts";

// Opening an archive, in a process of its own: `node opening-process.ts cold|warm FOLDER CACHE`.

/** How often an archive is opened once more in the same process. */
const openedAgain = 5;

const [, , kind, folder = "", cache = ""] = process.argv;
const { everything } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

const cacheDir = kind === "cold" ? mkdtempSync(join(tmpdir(), "broadsheet-bench-cache-")) : cache;
try {
  const archive = await openArchive(folder, { cacheDir });
  let page = await archive.search(everything);
  while (page.hits.length === 0) page = await archive.search(everything);
  const firstPage = performance.now();
  const before = process.cpuUsage();
  await archive.settled();
  const settled = performance.now();
  const { user, system } = process.cpuUsage(before);
  await archive.close();
  const again = kind === "cold" ? [] : await openAgain();
  printMeasurement({ firstPage, settled, checking: (user + system) / 1_000, ...median(again) });
} finally {
  if (kind === "cold") rmSync(cacheDir, { recursive: true });
}

/** Milliseconds, and those of the processor, from opening to the first page, in a process that runs already. */
async function openAgain(): Promise<readonly (readonly [wall: number, cpu: number])[]> {
  const found: [number, number][] = [];
  for (let round = 0; round < openedAgain; round++) {
    const begun = performance.now();
    const before = process.cpuUsage();
    const archive = await openArchive(folder, { cacheDir });
    await archive.search(everything);
    const { user, system } = process.cpuUsage(before);
    found.push([performance.now() - begun, (user + system) / 1_000]);
    await archive.close();
  }
  return found;
}

function median(found: readonly (readonly [number, number])[]): {
  readonly [name: string]: number;
} {
  const middle = (numbers: readonly number[]): number =>
    numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
  return {
    inProcess: middle(found.map(([wall]) => wall)),
    inProcessCpu: middle(found.map(([, cpu]) => cpu)),
  };
}
