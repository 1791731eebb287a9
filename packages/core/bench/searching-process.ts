import { built, printMeasurement } from "./own-process.ts";
import { percentiles, searchClasses } from "./search-classes.ts";

// Searching an archive, in a process of its own: `node searching-process.ts FOLDER CACHE`.

const [, , folder = "", cache = ""] = process.argv;
const { everything, parseText } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

const within = {
  sections: ["national"],
  languages: ["en"],
  fromMs: Date.UTC(2020, 0, 1),
  toMs: Date.UTC(2021, 0, 1),
};

const found: { [name: string]: number } = {};
for (const { name, typed, sort, filtered } of searchClasses) {
  // A fresh opening for each class: nothing is kept from the others.
  const archive = await openArchive(folder, { cacheDir: cache });
  await archive.settled();
  await archive.search(everything);
  const times: number[] = [];
  for (const [round, words] of typed.entries()) {
    const text = parseText(words);
    const query = { ...everything, sort, ...(filtered && within), ...(text && { text }) };
    const begun = performance.now();
    await archive.search(query, { facets: round % 2 === 0 ? [] : ["section", "lang", "year"] });
    times.push(performance.now() - begun);
  }
  await archive.close();
  [found[`${name}, p50`], found[`${name}, p99`]] = percentiles(times);
}

const archive = await openArchive(folder, { cacheDir: cache });
await archive.settled();
const offered: number[] = [];
for (const beginning of "abcdefghilmnoprstuvw") {
  const begun = performance.now();
  await archive.suggest(beginning);
  offered.push(performance.now() - begun);
}
[found["suggested words, p50"], found["suggested words, p99"]] = percentiles(offered);
const { hits } = await archive.search(everything, { limit: 20 });
const related: number[] = [];
for (const { article } of hits) {
  const begun = performance.now();
  await archive.related(article.id);
  related.push(performance.now() - begun);
}
[found["related articles, p50"], found["related articles, p99"]] = percentiles(related);
await archive.close();
printMeasurement(found);
