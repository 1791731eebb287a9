import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Query } from "../src/index.ts";

// One measurement in a process of its own: `node measure.ts cold|warm|search FOLDER CACHE`. It prints JSON.

/** What a measurement finds: milliseconds but for memory, which is in megabytes. */
export type Measurement = { readonly [name: string]: number };

/** Searches that are measured; each is asked anew in a fresh order so that nothing is kept from before. */
const searches: { readonly [name: string]: Partial<Query> & { readonly typed: string } } = {
  "common word, newest": { typed: "bridge" },
  "common word, relevance": { typed: "bridge", sort: "relevance" },
  "rare word, newest": { typed: "venlorba*" },
  "two words, relevance": { typed: "bridge ferry", sort: "relevance" },
  "phrase, newest": { typed: '"ferry council"' },
  "Khmer word, newest": { typed: "ទន្លេ" },
  "two letters while typing": { typed: "br*" },
  "word, section, language, year": {
    typed: "river",
    sections: ["national"],
    languages: ["en"],
    fromMs: Date.UTC(2020, 0, 1),
    toMs: Date.UTC(2021, 0, 1),
  },
};

const rounds = 30;
const [, , kind, folder = "", cache = ""] = process.argv;
const started = performance.now();
const { everything, parseText } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");
const measured = kind === "search" ? await measureSearch() : await measureOpen();
console.log(JSON.stringify(measured));

/** What users get is measured: the built package, not its sources. */
function built(entry: string): Promise<unknown> {
  return import(new URL(`../dist/${entry}.js`, import.meta.url).href);
}

async function measureOpen(): Promise<Measurement> {
  const cacheDir = kind === "cold" ? mkdtempSync(join(tmpdir(), "broadsheet-bench-cache-")) : cache;
  try {
    const archive = await openArchive(folder, { cacheDir });
    let page = await archive.search(everything);
    while (page.hits.length === 0) page = await archive.search(everything);
    const firstPage = performance.now() - started;
    await archive.settled();
    const settled = performance.now() - started;
    await archive.close();
    return { firstPage, settled, cpu: cpuMs(), memory: peakMemory() };
  } finally {
    if (kind === "cold") rmSync(cacheDir, { recursive: true });
  }
}

async function measureSearch(): Promise<Measurement> {
  const archive = await openArchive(folder, { cacheDir: cache });
  await archive.settled();
  const times: { [name: string]: number } = {};
  for (const [name, { typed, ...query }] of Object.entries(searches)) {
    const text = parseText(typed);
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) {
      // A bound that leaves nothing out makes each round a query of its own, which no earlier answer serves.
      const asked = {
        ...everything,
        ...query,
        ...(text && { text }),
        visibleAtMs: Date.UTC(2100, 0, 1, 0, 0, round),
      };
      const begun = performance.now();
      await archive.search(asked, { facets: round % 2 === 0 ? [] : ["section", "lang", "year"] });
      taken.push(performance.now() - begun);
    }
    taken.sort((a, b) => a - b);
    times[`${name}, p50`] = taken[rounds / 2] ?? 0;
    times[`${name}, p99`] = taken.at(-1) ?? 0;
  }
  await archive.close();
  return { ...times, memory: peakMemory() };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1_024;
}
