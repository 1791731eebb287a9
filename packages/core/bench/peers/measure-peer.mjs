import { readArticles } from "../../dist/node.js";
import { plainText } from "../../dist/index.js";
import { searchClasses } from "../search-classes.ts";
import { take, timingOf } from "../search-timing.ts";

/**
 * Puts the articles of a folder into a search library, searches it, and prints what that took as JSON:
 * milliseconds, and megabytes of memory. `search`, and `searchBegun` and `searchWithin` where the library
 * knows beginnings and filters, give hits and their total for some words.
 */
export async function measurePeer(folder, { put, search, searchBegun, searchWithin }) {
  const documents = [];
  for (const { article } of readArticles(folder)) {
    documents.push({
      id: article.id,
      headline: article.headline,
      body: plainText(article),
      section: article.section?.key ?? "",
      language: article.inLanguage ?? "",
      time: article.datePublished?.epochMs ?? 0,
    });
  }
  const before = process.cpuUsage();
  await put(documents);
  const { user, system } = process.cpuUsage(before);
  documents.length = 0;
  const ways = { words: search, beginnings: searchBegun, filters: searchWithin };
  const timings = [];
  for (const searchClass of searchClasses) {
    const way = ways[searchClass.needs ?? "words"];
    if (way === undefined) continue;
    const asks = searchClass.typed.map((words) => async () => (await way(words)).total);
    timings.push(timingOf({ name: searchClass.name }, [await take(asks)]));
  }
  const memory = process.memoryUsage.rss() / 2 ** 20;
  const peak = process.resourceUsage().maxRSS / 1_024;
  console.log(JSON.stringify({ timings, building: (user + system) / 1_000, peak, memory }));
}
