import { built } from "./own-process.ts";
import { atRest } from "./at-rest.ts";
import { searchQuestions } from "./search-questions.ts";
import { take, timingOf, type Taken, type Timing } from "./search-timing.ts";

// Searching an archive, in a process of its own: `node searching-process.ts FOLDER CACHE`.

const [, , folder = "", cacheDir = ""] = process.argv;
const { everything } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

/** Fewest questions of a kind: where fewer are unlike each other, they are asked in several openings. */
const fewest = 40;

const tidied = await openArchive(folder, { cacheDir, watch: false });
await tidied.settled();
await atRest();
await tidied.close();

const timings: Timing[] = [];
for (const questions of searchQuestions) {
  const parts: Taken[] = [];
  for (let asked = 0; asked < fewest;) {
    // A fresh opening: nothing is kept from questions before.
    const archive = await openArchive(folder, { cacheDir, watch: false });
    await archive.settled();
    await archive.search(everything);
    const asks = await questions.begin(archive);
    parts.push(await take(asks));
    asked += asks.length;
    await archive.close();
  }
  timings.push(timingOf(questions, parts));
}
console.log(JSON.stringify(timings));
