import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "./own-process.ts";
import { LongestTask, type Longest } from "./longest-task.ts";
import { searchQuestions } from "./search-questions.ts";

// How long the thread that shows an archive is kept from its keys, in a process of its own that opens the
// archive as the terminal does: `node waiting-process.ts FOLDER`. Prints the longest task of each stretch.

const [, , source = ""] = process.argv;
const { everything } = (await built("index")) as typeof import("../src/index.ts");
const { openArchive } = (await built("node")) as typeof import("../src/node.ts");

const longest: { [stretch: string]: Longest } = {};
const work = mkdtempSync(join(tmpdir(), "broadsheet-bench-waiting-"));
const folder = join(work, "articles");
cpSync(source, folder, { recursive: true });
const cacheDir = join(work, "cache");
const paragraph = `${"The bridge opens to the river and the market. ".repeat(8).trim()}\n\n`;
// As long as a file may be, and as long as a book.
writeFileSync(join(folder, "longest.md"), `# Longest\n\n${paragraph.repeat(20_000)}`);
writeFileSync(join(folder, "book.md"), `# Book\n\n${paragraph.repeat(2_500)}`);
writeFileSync(
  join(folder, "list.md"),
  `# List\n\n${"- The bridge opens to the river.\n".repeat(30_000)}`,
);
/** Files that are changed, by their paths in the folder, and what they then hold. */
const changed = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\d+\.md$/.test(path))
  .slice(0, 100)
  .map((path) => [path, `${readFileSync(join(folder, path), "utf8")}\nOne more line.\n`] as const);

try {
  const task = new LongestTask();
  const during = async (stretch: string, ask: () => Promise<unknown>): Promise<void> => {
    await task.restart();
    await ask();
    longest[stretch] = await task.stop();
  };

  let archive = await openArchive(folder, { cacheDir });
  await during("opened", async () => {
    await archive.close();
    archive = await openArchive(folder, { cacheDir });
  });
  await during("built, while it is searched and listed", async () => {
    const asks = (await searchQuestions[0]?.begin(archive)) ?? [];
    for (let state = "building", turn = 0; state !== "ready"; turn++) {
      await archive.window(everything, { at: "start", before: 0, after: 105 });
      await asks[turn % asks.length]?.();
      await archive.facets(everything, ["section", "lang", "year"]);
      await archive.timeline(everything, "month");
      ({ state } = await archive.status());
    }
  });
  for (const { name, begin } of searchQuestions) {
    const asks = await begin(archive);
    await during(name, async () => {
      for (const ask of asks) await ask();
    });
  }
  await during("500 hits with excerpts", () =>
    archive.search(everything, { limit: 500, excerpts: true }),
  );
  await during("1,001 rows of a list", () =>
    archive.window(everything, { at: { ordinal: 500 }, before: 500, after: 500 }),
  );
  await during("all counts", () =>
    archive.facets(everything, ["section", "lang", "tag", "author", "source", "year"]),
  );
  await during("timeline by day", () => archive.timeline(everything, "day"));
  await during("500 problems", () => archive.problems({ limit: 500 }));
  const { next } = await archive.changes();
  await during("100 files changed, while it is listed", async () => {
    for (const [path, text] of changed) {
      await writeFile(join(folder, path), text);
      await archive.window(everything, { at: "start", before: 0, after: 105 });
    }
    await archive.refresh();
  });
  await during("what has changed", () => archive.changes(next, { limit: 500 }));
  await during("an article", () => archive.get({ path: changed[0]?.[0] ?? "" }));
  await during("an article of 1 MB", () => archive.get({ path: "book.md" }));
  await during("an article of 8 MB", () => archive.get({ path: "longest.md" }));
  await during("an article of 1 MB that is one list", () => archive.get({ path: "list.md" }));
  await archive.close();
  console.log(JSON.stringify(longest));
} finally {
  rmSync(work, { recursive: true });
}
