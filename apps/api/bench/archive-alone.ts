import { parseQuery } from "@broadsheet/core";
import { openArchive } from "@broadsheet/core/node";

// What the archive itself takes for searches, without HTTP: prints microseconds of CPU for each. The first
// half of the queries warms up.

const [folder = "", cacheDir = "", inFlight = "1", ...queries] = process.argv.slice(2);
const archive = await openArchive(folder, { cacheDir });
const { timeZone } = await archive.settled();

async function search(text: string): Promise<void> {
  const { query, page } = parseQuery(new URLSearchParams(text), {
    timeZone,
    visibleAtMs: Date.now(),
  });
  await archive.search(query, page);
}

/** As many at once as a server with that many connections is asked. */
async function searchAll(list: readonly string[]): Promise<void> {
  const rest = list.values();
  const worker = async (): Promise<void> => {
    for (const text of rest) await search(text);
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, worker));
}

const half = queries.length / 2;
await searchAll(queries.slice(0, half));
const before = process.cpuUsage();
await searchAll(queries.slice(half));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / half);
await archive.close();
