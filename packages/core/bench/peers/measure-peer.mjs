import { readArticles } from "../../dist/node.js";
import { plainText } from "../../dist/index.js";
import { percentiles, searchClasses } from "../search-classes.ts";

/**
 * Puts the articles of a folder into a search library, searches it, and prints what that took as JSON:
 * milliseconds, and megabytes of memory. `search` gives hits and their total for some words.
 */
export async function measurePeer(folder, { put, search }) {
  const documents = [];
  for (const { article } of readArticles(folder)) {
    documents.push({ id: article.id, headline: article.headline, body: plainText(article) });
  }
  const before = process.cpuUsage();
  await put(documents);
  const { user, system } = process.cpuUsage(before);
  const found = { building: (user + system) / 1_000 };
  documents.length = 0;
  for (const { name, typed, isOurs } of searchClasses) {
    if (isOurs) continue;
    const times = [];
    for (const words of typed) {
      const begun = performance.now();
      await search(words);
      times.push(performance.now() - begun);
    }
    [found[`${name}, p50`], found[`${name}, p99`]] = percentiles(times);
  }
  console.log(JSON.stringify({ ...found, memory: process.resourceUsage().maxRSS / 1_024 }));
}
