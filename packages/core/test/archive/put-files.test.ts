import { renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { prepareChanged, prepareFile } from "../../src/archive/read-file.ts";
import { everything } from "../../src/query/query.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { Trial } from "./trial.ts";

test("a file whose times alone have changed makes no new generation, and is not read again", async () => {
  const root = temporaryFolder({ "a.md": "# A\n", "b.md": "# B\n" });
  const trial = new Trial(root, false);
  const { generation } = await trial.archive.refresh();
  for (const [name, text] of [
    ["a.md", "# A\n"],
    ["c.md", "# B\n"],
  ] as const)
    writeFileSync(join(root, name), text);
  renameSync(join(root, "c.md"), join(root, "b.md"));
  utimesSync(join(root, "a.md"), new Date(0), new Date(0));
  expect((await trial.archive.refresh()).generation).toBe(generation);
  expect(await trial.archive.changes(generation)).toMatchObject({ changes: [], isLast: true });
  const { hits } = await trial.archive.search(everything);
  expect(hits.map((hit) => hit.fileModifiedMs)).toContain(0);
  writeFileSync(join(root, "a.md"), "# O\n");
  expect((await trial.archive.refresh()).generation).not.toBe(generation);
});

test("a file that says the same under another name, or another under the same, is no mere restamp", async () => {
  const root = temporaryFolder({ "a.md": "# A\n", "b.md": "# B\n" });
  const trial = new Trial(root, false);
  await trial.archive.refresh();
  renameSync(join(root, "a.md"), join(root, "c.md"));
  renameSync(join(root, "b.md"), join(root, "a.md"));
  renameSync(join(root, "c.md"), join(root, "b.md"));
  await trial.archive.refresh();
  const headlines = ["a", "b"].map(async (id) => (await trial.archive.get(id))?.article.headline);
  expect(await Promise.all(headlines)).toEqual(["B", "A"]);
});

test("a folder of many articles that is moved is never missed in part, nor there twice", async () => {
  const names = Array.from({ length: 600 }, (_, number) => `n${String(number)}`);
  const files = names.map((name) => [`here/${name}.md`, `---\ncode: ${name}\n---\n# A pier\n`]);
  const root = temporaryFolder(Object.fromEntries(files));
  const totals = new Set<number>();
  const trial: Trial = new Trial(root, false, async function* (folder, changed) {
    for (let from = 0; from < changed.length; from += 100) {
      totals.add((await trial.archive.search(everything, { limit: 1 })).total);
      yield changed.slice(from, from + 100).map((file) => prepareFile(folder, file));
    }
  });
  await trial.archive.refresh();
  totals.clear();
  renameSync(join(root, "here"), join(root, "there"));
  await trial.archive.refresh();
  expect([...totals]).toEqual([600]);
  expect((await trial.archive.get("n7"))?.article.path).toBe("there/n7.md");
  expect((await trial.archive.problems({ code: "id-duplicate" })).total).toBe(0);
});

test("articles that are gone leave before others are read that have only changed", async () => {
  const names = Array.from({ length: 40 }, (_, number) => `n${String(number)}`);
  const files = names.map((name) => [`${name}.md`, "# A pier\n"]);
  const root = temporaryFolder(Object.fromEntries(files));
  const totals: number[] = [];
  const trial: Trial = new Trial(root, false, async function* (folder, changed) {
    totals.push((await trial.archive.search(everything, { limit: 1 })).total);
    yield changed.map((file) => prepareFile(folder, file));
  });
  await trial.archive.refresh();
  for (const [number, name] of names.entries()) {
    if (number < 10) rmSync(join(root, `${name}.md`));
    else writeFileSync(join(root, `${name}.md`), "# A longer pier\n");
  }
  writeFileSync(join(root, "new.md"), "# A new pier\n");
  await trial.archive.refresh();
  expect(totals).toEqual([0, 31]);
  expect((await trial.archive.status()).articles).toBe(31);
});

test("a file that changes while it is only called otherwise is no mere restamp at the next look", async () => {
  const root = temporaryFolder({ "a.md": "---\ncode: n1\n---\n", "b.md": "---\ncode: n1\n---\n" });
  // Long after the files were written, so that none is read once more for having been so just now.
  const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
  onTestFinished(() => now.mockRestore());
  let isFirst = true;
  const trial = new Trial(root, false, async function* (folder, changed) {
    if (!isFirst) writeFileSync(join(root, "b.md"), "---\ncode: n3\n---\n");
    isFirst = false;
    for (const file of changed) yield [prepareChanged(folder, file)];
  });
  await trial.archive.refresh();
  writeFileSync(join(root, "a.md"), "---\ncode: n2\n---\n");
  await trial.archive.refresh();
  await trial.archive.refresh();
  expect((await trial.archive.get("n3"))?.article.path).toBe("b.md");
});
