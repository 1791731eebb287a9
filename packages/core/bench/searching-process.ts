import type { Query } from "../src/index.ts";
import { built, printMeasurement } from "./own-process.ts";

// Searching an archive, in a process of its own: `node searching-process.ts FOLDER CACHE`.

/** Searches that are measured; each is asked anew so that nothing is kept from before. */
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
const [, , folder = "", cache = ""] = process.argv;
const { everything, parseText } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

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
printMeasurement(times);
