import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built, printMeasurement } from "./own-process.ts";

// Opening an archive, in a process of its own: `node opening-process.ts cold|warm FOLDER CACHE`.

const [, , kind, folder = "", cache = ""] = process.argv;
const { everything } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

const cacheDir = kind === "cold" ? mkdtempSync(join(tmpdir(), "broadsheet-bench-cache-")) : cache;
try {
  const archive = await openArchive(folder, { cacheDir });
  let tenths = 0;
  archive.subscribe(({ filesDone, filesTotal }) => {
    const done = Math.floor((10 * filesDone) / Math.max(1, filesTotal));
    if (filesTotal > 100_000 && done > tenths) console.error(`${filesDone} of ${filesTotal} files`);
    tenths = done;
  });
  let page = await archive.search(everything);
  while (page.hits.length === 0) page = await archive.search(everything);
  const firstPage = performance.now();
  await archive.settled();
  const settled = performance.now();
  await archive.close();
  printMeasurement({ firstPage, settled });
} finally {
  if (kind === "cold") rmSync(cacheDir, { recursive: true });
}
