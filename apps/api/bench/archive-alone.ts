import { parseQuery } from "@broadsheet/core";
import { openArchive } from "@broadsheet/core/node";

// What the archive itself takes for searches, without HTTP: prints microseconds of CPU for each.

const [folder = "", cacheDir = "", ...queries] = process.argv.slice(2);
const archive = await openArchive(folder, { cacheDir });
const { timeZone } = await archive.settled();

async function search(text: string): Promise<void> {
  const { query, page } = parseQuery(new URLSearchParams(text), {
    timeZone,
    visibleAtMs: Date.now(),
  });
  await archive.search(query, page);
}

const half = queries.length / 2;
for (const query of queries.slice(0, half)) await search(query);
const before = process.cpuUsage();
for (const query of queries.slice(half)) await search(query);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / half);
await archive.close();
