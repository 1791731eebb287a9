import { parseQuery } from "@broadsheet/core";
import { openArchive } from "@broadsheet/core/node";

// What the archive itself takes for searches, without HTTP: prints microseconds of CPU for each. The queries are read
// before, and each article that is found is looked at. The first half of the queries warms up.

const [folder = "", cacheDir = "", inFlight = "1", ...texts] = process.argv.slice(2);
const archive = await openArchive(folder, { cacheDir });
const { timeZone } = await archive.settled();
const context = { timeZone, nowMs: Date.now(), visibleAtMs: Date.now() };
const queries = texts.map((text) => parseQuery(new URLSearchParams(text), context));

/** As many at once as a server with that many connections is asked. */
async function searchAll(list: typeof queries): Promise<void> {
  const rest = list.values();
  const worker = async (): Promise<void> => {
    for (const { query, page } of rest) {
      const { hits } = await archive.search(query, page);
      if (hits.some(({ article }) => article.id === ""))
        throw new Error("bench: an article has no id");
    }
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
