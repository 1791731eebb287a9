import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { maxSliceValues } from "../src/answer-slices.ts";
import type { Archive } from "../src/archive/archive.ts";
import { parseArticle } from "../src/article/parse-article.ts";
import { ClosedError, FolderError } from "../src/errors.ts";
import { openArchive } from "../src/open-archive.ts";
import { parseText } from "../src/query/parse-text.ts";
import { everything } from "../src/query/query.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const bridge = `---
code: "BRIDGE1"
title: "The bridge opens early"
category: "NATIONAL"
language: "en"
date: 2024-11-26T13:41:57.852Z
---

# The bridge opens early

The last of the ferries leaves at noon.
`;
const files = {
  "2024/bridge.md": bridge,
  "market.txt":
    "The night market has a cooperative of its own\nIts members pay for light by the hour.\n",
};

async function open(folder: string, cacheDir = temporaryFolder()): Promise<Archive> {
  const archive = await openArchive(folder, { cacheDir });
  onTestFinished(() => archive.close());
  await archive.settled();
  return archive;
}

async function headlines(archive: Archive, typed = ""): Promise<string[]> {
  const text = parseText(typed);
  const { hits } = await archive.search({ ...everything, ...(text && { text }) });
  return hits.map(({ article }) => article.headline);
}

test("a folder's articles are listed, found and read, and nothing is written into it", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder);
  expect(await headlines(archive)).toEqual([
    "The bridge opens early",
    expect.stringContaining("night market"),
  ]);
  expect(await headlines(archive, "ferries noon")).toEqual(["The bridge opens early"]);
  const found = await archive.get("BRIDGE1");
  expect(found?.article.blocks).toMatchObject([{ type: "paragraph", lines: [11, 11] }]);
  expect(await archive.get("nothing")).toBeUndefined();
  expect(await archive.status()).toMatchObject({ state: "ready", articles: 2, timeZone: "UTC" });
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual([
    "2024",
    "2024/bridge.md",
    "market.txt",
  ]);
});

test("what stands under a picture is found, and shown as what matched", async () => {
  const folder = temporaryFolder({
    "a.md":
      "# A pier\n\n![](pier.jpg)\n\nThe mason waits on Monday. SREY VEAL\n\nThe pier is dry.\n",
  });
  const archive = await open(folder);
  const query = { ...everything, text: parseText("mason veal")! };
  const { hits } = await archive.search(query, { excerpts: true });
  expect(hits[0]?.excerpt?.text).toContain("The mason waits");
});

test("a second opening finds the index as it was left", async () => {
  const [folder, cacheDir] = [temporaryFolder(files), temporaryFolder()];
  const first = await open(folder, cacheDir);
  const { generation } = await first.status();
  await first.close();
  const second = await openArchive(folder, { cacheDir });
  onTestFinished(() => second.close());
  expect(await headlines(second)).toHaveLength(2);
  expect((await second.settled()).generation).toBe(generation);
});

test("what changes in the folder is seen when it is looked at again", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder);
  const { generation } = await archive.status();
  expect((await archive.refresh()).generation).toBe(generation);
  writeFileSync(join(folder, "new.md"), "---\ntitle: A new pier\n---\n");
  rmSync(join(folder, "market.txt"));
  renameSync(join(folder, "2024/bridge.md"), join(folder, "bridge.md"));
  expect((await archive.refresh()).generation).not.toBe(generation);
  expect(await headlines(archive)).toEqual(["The bridge opens early", "A new pier"]);
  expect((await archive.get("BRIDGE1"))?.article.path).toBe("bridge.md");
});

test("an article that is read after its file changed is the new one, and so is the list", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder);
  writeFileSync(join(folder, "2024/bridge.md"), bridge.replaceAll("opens early", "opens late"));
  const found = await archive.get("BRIDGE1");
  expect(found?.article.headline).toBe("The bridge opens late");
  expect(await headlines(archive, "late")).toEqual(["The bridge opens late"]);
  expect((await archive.status()).generation).toBe(found?.generation);
});

test("an article whose file is gone is gone", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder);
  rmSync(join(folder, "2024"), { recursive: true });
  expect(await archive.get("BRIDGE1")).toBeUndefined();
  expect(await headlines(archive)).toHaveLength(1);
});

test("an article is found by the path of its file too, and no other is", async () => {
  const archive = await open(temporaryFolder({ "2024/bridge.md": bridge }));
  expect((await archive.get({ path: "2024/bridge.md" }))?.article.id).toBe("BRIDGE1");
  expect(await archive.get({ path: "2024/bridge" })).toBeUndefined();
  expect(await archive.get({ path: "../bridge.md" })).toBeUndefined();
});

test("of two files with one code the first path keeps it, whichever came first", async () => {
  const folder = temporaryFolder({ "b.md": bridge });
  const archive = await open(folder);
  writeFileSync(join(folder, "a.md"), bridge.replace("opens early", "opened"));
  await archive.refresh();
  expect((await archive.get("BRIDGE1"))?.article.path).toBe("a.md");
  const { problems } = await archive.problems({ code: "id-duplicate" });
  expect(problems).toMatchObject([{ path: "b.md", value: "BRIDGE1" }]);
  rmSync(join(folder, "a.md"));
  await archive.refresh();
  expect((await archive.get("BRIDGE1"))?.article.path).toBe("b.md");
  expect((await archive.problems({ code: "id-duplicate" })).total).toBe(0);
});

test("settings that cannot be used are a problem of the folder, and its articles are read all the same", async () => {
  const archive = await open(
    temporaryFolder({ ...files, "broadsheet.json": '{"timeZone": "Nowhere/Never"}' }),
  );
  expect((await archive.problems({ path: "broadsheet.json" })).problems).toHaveLength(1);
  expect(await archive.status()).toMatchObject({ articles: 2, timeZone: "UTC" });
});

test("progress is told as it is made", async () => {
  const folder = temporaryFolder(files);
  const archive = await openArchive(folder, { cacheDir: temporaryFolder() });
  onTestFinished(() => archive.close());
  const states = new Set<string>();
  const stop = archive.subscribe((status) => states.add(status.state));
  await archive.settled();
  stop();
  expect([...states]).toEqual(["building", "ready"]);
});

test("an index that cannot be kept is made in memory, and the reader is told", async () => {
  const archive = await open(temporaryFolder(files), join(temporaryFolder({ file: "" }), "file"));
  expect(await headlines(archive)).toHaveLength(2);
  expect((await archive.status()).notices).toEqual([expect.stringContaining("cannot be kept")]);
});

test.each([
  ["folder-not-found", "missing"],
  ["not-a-folder", "file.md"],
  ["folder-not-found", "file.md/inside"],
])("a folder that cannot be opened is refused: %s", async (code, name) => {
  const folder = temporaryFolder({ "file.md": "text" });
  const error: unknown = await openArchive(join(folder, name)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FolderError);
  expect(error).toMatchObject({
    code,
    folder: join(folder, name),
    message: expect.stringContaining(name),
  });
});

test("an empty folder is an archive without articles", async () => {
  const archive = await open(temporaryFolder());
  expect(await archive.search(everything)).toMatchObject({ hits: [], total: 0 });
  expect(await archive.window(everything, { at: "end", before: 5, after: 5 })).toMatchObject({
    hits: [],
    total: 0,
  });
});

test("a query that is not wanted any more is rejected with its signal's reason", async () => {
  const archive = await open(temporaryFolder(files));
  const controller = new AbortController();
  const search = archive.search(everything, { signal: controller.signal });
  controller.abort(new Error("typed on"));
  await expect(search).rejects.toThrow("typed on");
  await expect(archive.search(everything, { signal: controller.signal })).rejects.toThrow(
    "typed on",
  );
  expect(await headlines(archive)).toHaveLength(2);
});

test("a closed archive refuses every question, also those under way", async () => {
  const archive = await open(temporaryFolder(files));
  const search = archive.search(everything).catch((error: unknown) => error);
  await archive.close();
  await archive.close();
  await expect(archive.search(everything)).rejects.toThrow(ClosedError);
  await search;
});

test("two archives of one folder share an index, whoever makes it", async () => {
  const [folder, cacheDir] = [temporaryFolder(files), temporaryFolder()];
  const archives = await Promise.all([
    openArchive(folder, { cacheDir }),
    openArchive(folder, { cacheDir }),
  ]);
  onTestFinished(async () => {
    await Promise.all(archives.map((archive) => archive.close()));
  });
  const [first, second] = await Promise.all(archives.map((archive) => archive.settled()));
  expect(first?.generation).toBe(second?.generation);
  expect(second?.articles).toBe(2);
});

test("while questions come, a change in the folder is seen without being asked for", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder);
  const changed = Promise.withResolvers<void>();
  archive.subscribe((status) => status.articles === 3 && changed.resolve());
  writeFileSync(join(folder, "new.md"), "---\ntitle: A new pier\n---\n");
  const asking = setInterval(() => void headlines(archive).catch(() => {}), 100);
  await changed.promise;
  clearInterval(asking);
  expect(await headlines(archive)).toContain("A new pier");
});

test("a folder that vanishes loses nothing that was indexed, and the reader is told", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder);
  renameSync(folder, `${folder}-away`);
  onTestFinished(() => rmSync(`${folder}-away`, { recursive: true, force: true }));
  await expect(archive.refresh()).rejects.toThrow(FolderError);
  expect(await headlines(archive, "ferries")).toEqual(["The bridge opens early"]);
  expect(await archive.status()).toMatchObject({
    state: "ready",
    articles: 2,
    notices: [expect.any(String)],
  });
  renameSync(`${folder}-away`, folder);
  expect(await archive.refresh()).toMatchObject({ articles: 2, notices: [] });
});

test("an index that is damaged in the middle is made again, and the reader is told", async () => {
  const [folder, cacheDir] = [temporaryFolder(files), temporaryFolder()];
  await (await open(folder, cacheDir)).close();
  const [index = ""] = readdirSync(cacheDir).filter((name) => name.endsWith(".sqlite"));
  const bytes = readFileSync(join(cacheDir, index));
  for (let page = 4096; page < bytes.length; page += 8192) bytes.fill(0x5a, page, page + 4096);
  writeFileSync(join(cacheDir, index), bytes);
  const archive = await open(folder, cacheDir);
  expect(await headlines(archive, "ferries")).toEqual(["The bridge opens early"]);
  expect((await archive.status()).notices).toEqual([expect.stringContaining("damaged")]);
});

test("options that cannot be sent to the index's thread are passed over", async () => {
  const archive = await open(temporaryFolder(files));
  const options = { limit: 1, onDone() {} };
  expect((await archive.search(everything, options)).hits).toHaveLength(1);
});

test("files in a folder that cannot be looked into for a while are not gone", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder);
  renameSync(folder, `${folder}-away`);
  onTestFinished(() => rmSync(`${folder}-away`, { recursive: true, force: true }));
  expect((await archive.get("BRIDGE1"))?.problems).not.toEqual([]);
  expect((await archive.status()).articles).toBe(2);
});

test("an article that is too long to cross from one thread to another at once arrives whole", async () => {
  const text = `# Lists\n\n${"- One of many.\n".repeat(maxSliceValues / 2)}\nThe end.\n`;
  const archive = await open(temporaryFolder({ "lists.md": text }));
  const [one, other] = await Promise.all([archive.get("lists"), archive.get({ path: "lists.md" })]);
  const { article } = parseArticle({ path: "lists.md", text }, { timeZone: "UTC" });
  expect(one?.article.blocks).toEqual(article.blocks);
  expect(other).toEqual(one);
  const signal = AbortSignal.abort();
  await expect(archive.get("lists", { signal })).rejects.toBe(signal.reason);
});
