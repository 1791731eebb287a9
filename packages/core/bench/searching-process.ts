import type { Query } from "../src/index.ts";
import { built, printMeasurement } from "./own-process.ts";
import { languages } from "./vocabulary.ts";

// Searching an archive, in a process of its own: `node searching-process.ts FOLDER CACHE`.

const rounds = 30;
const [english, khmer] = languages;
/** In the vocabulary come the words of every sentence first, then those of the news, then the rare ones. */
const common = english?.words.slice(24, 24 + rounds + 2) ?? [];
const rare = english?.words.slice(-rounds) ?? [];

/** A class of searches: what is typed in each round, a word that was not asked for before, and its filters. */
type Search = Omit<Partial<Query>, "text"> & { readonly typed: (round: number) => string };

const searches: { readonly [name: string]: Search } = {
  "common word, newest": { typed: (round) => common[round] ?? "" },
  "common word, relevance": { typed: (round) => common[round] ?? "", sort: "relevance" },
  "rare word, newest": { typed: (round) => rare[round] ?? "" },
  "two words, relevance": {
    typed: (round) => `${common[round]} ${common[round + 1]}`,
    sort: "relevance",
  },
  "phrase, newest": { typed: (round) => `"${common[round]} ${common[round + 2]}"` },
  "Khmer word, newest": { typed: (round) => khmer?.words[round] ?? "" },
  "two letters while typing": { typed: (round) => `${rare[round]?.slice(0, 2)}*` },
  "tree of words and filters": {
    typed: (round) =>
      `(${common[round]} OR title:${rare[round]}) -section:business lang:en after:2019 has:image`,
  },
  "word, section, language, year": {
    typed: (round) => common[round] ?? "",
    sections: ["national"],
    languages: ["en"],
    fromMs: Date.UTC(2020, 0, 1),
    toMs: Date.UTC(2021, 0, 1),
  },
};

const [, , folder = "", cache = ""] = process.argv;
const { everything, parseText } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

const times: { [name: string]: number } = {};
for (const [name, { typed, ...query }] of Object.entries(searches)) {
  // A fresh opening for each class: nothing is kept from the others.
  const archive = await openArchive(folder, { cacheDir: cache });
  await archive.settled();
  await archive.search(everything);
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = parseText(typed(round));
    const begun = performance.now();
    await archive.search(
      { ...everything, ...query, ...(text && { text }) },
      { facets: round % 2 === 0 ? [] : ["section", "lang", "year"] },
    );
    taken.push(performance.now() - begun);
  }
  await archive.close();
  taken.sort((a, b) => a - b);
  times[`${name}, median`] = taken[rounds / 2] ?? 0;
  times[`${name}, slowest`] = taken.at(-1) ?? 0;
}
printMeasurement(times);
