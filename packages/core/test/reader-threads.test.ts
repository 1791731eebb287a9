import { expect, test } from "vitest";
import { prepareFiles, type PrepareFiles } from "../src/archive/prepare-files.ts";
import { isRestamp, type Folder } from "../src/archive/read-file.ts";
import { prepareInThreads } from "../src/reader-threads.ts";
import { findArticleFiles } from "../src/source/find-article-files.ts";
import { readSettings } from "../src/source/read-settings.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function folderOf(number: number): Folder {
  const files = Array.from({ length: number }, (_, index): [string, string] => [
    `2024/${String(index)}.md`,
    `---\ntitle: Ferry ${String(index)}\ndate: 2024-01-02\n---\n\nThe ferry left at ${String(index)}.\n`,
  ]);
  const root = temporaryFolder(Object.fromEntries(files));
  return { root, settings: readSettings(root).settings };
}

async function prepared(folder: Folder, prepare: PrepareFiles): Promise<readonly unknown[]> {
  const { files } = findArticleFiles(folder.root, folder.settings);
  const batches = await Array.fromAsync(prepare(folder, files));
  // Stamps depend on when a file was read, and words are given once.
  const texts = batches.flat().flatMap((file) => (isRestamp(file) ? [] : file));
  return texts.map(({ found, text: { fields, length }, ...read }) => {
    return { path: found.path, ...read, fields, length };
  });
}

test.for([1, 499, 900])("threads read %i files as one thread does, in order", async (number) => {
  const folder = folderOf(number);
  const read = await prepared(folder, prepareInThreads);
  expect(read).toHaveLength(number);
  expect(read).toEqual(await prepared(folder, prepareFiles));
});

test("nobody has to take all that is read", async () => {
  const folder = folderOf(900);
  const { files } = findArticleFiles(folder.root, folder.settings);
  let read = 0;
  for await (const batch of prepareInThreads(folder, files)) {
    read += batch.length;
    if (read > 100) break;
  }
  expect(read).toBeLessThan(900);
});
