import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Archive } from "../../src/archive/archive.ts";
import { openArchive } from "../../src/open-archive.ts";
import { everything } from "../../src/query/query.ts";
import { findArticleFiles, walkArticleFolders } from "../../src/source/find-article-files.ts";
import { readArticleFile } from "../../src/source/read-article-file.ts";
import type { Settings } from "../../src/source/settings.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const settings: Settings = { timeZone: "UTC", name: "Archive" };

async function open(folder: string): Promise<Archive> {
  const archive = await openArchive(folder, { cacheDir: temporaryFolder() });
  onTestFinished(() => archive.close());
  await archive.settled();
  return archive;
}

/** Every article's path, and the headline that is shown when it is opened. */
async function articles(archive: Archive): Promise<string[]> {
  const { hits } = await archive.search(everything, { limit: 100 });
  const found = await Promise.all(hits.map(({ article }) => archive.get(article.id)));
  return found.map((each) => `${each?.article.path}: ${each?.article.headline}`).toSorted();
}

/** A path with a name that is given in bytes. */
function bytes(folder: string, ...name: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
}

/** Whether the file system keeps names apart that differ in this way only. */
function keepsApart(one: string, other: string): boolean {
  return readdirSync(temporaryFolder({ [one]: "", [other]: "" })).length === 2;
}

test("files whose names differ only in case are two", async ({ skip }) => {
  skip(!keepsApart("a", "A"), "the file system takes them for one");
  const archive = await open(
    temporaryFolder({ "a.md": "# Small\n\nText.\n", "A.md": "# Large\n\nText.\n" }),
  );
  expect(await articles(archive)).toEqual(["A.md: Large", "a.md: Small"]);
});

const composed = "caf\u00e9.md";
const decomposed = "cafe\u0301.md";

test("files whose names differ only in normalisation are two, and one of them has another id", async ({
  skip,
}) => {
  skip(!keepsApart(composed, decomposed), "the file system takes them for one");
  const folder = temporaryFolder({
    [composed]: "# One\n\nText.\n",
    [decomposed]: "# Two\n\nText.\n",
  });
  const archive = await open(folder);
  expect(await articles(archive)).toEqual([`${decomposed}: Two`, `${composed}: One`].toSorted());
  expect((await archive.problems({ code: "id-duplicate" })).total).toBe(1);
  rmSync(join(folder, decomposed));
  await archive.refresh();
  expect(await articles(archive)).toEqual([`${composed}: One`]);
  expect((await archive.problems({ code: "id-duplicate" })).total).toBe(0);
});

test.skipIf(process.platform !== "linux")(
  "a file whose name is not UTF-8 is listed, read, followed and removed",
  async () => {
    const folder = temporaryFolder({ "a.md": "# A\n\nText.\n" });
    const name = bytes(folder, 0x63, 0x61, 0x66, 0xe9, 0x2e, 0x6d, 0x64);
    writeFileSync(name, "# Coffee\n\nText.\n");
    expect(findArticleFiles(folder, settings).problems).toMatchObject([
      { code: "file-name-unsafe", path: "caf\ufffd.md" },
    ]);
    const archive = await open(folder);
    expect(await articles(archive)).toEqual(["a.md: A", "caf\ufffd.md: Coffee"]);
    const { generation } = await archive.status();
    expect((await archive.refresh()).generation).toBe(generation);
    writeFileSync(name, "# Strong coffee\n\nText.\n");
    await archive.refresh();
    expect(await articles(archive)).toEqual(["a.md: A", "caf\ufffd.md: Strong coffee"]);
    rmSync(name);
    expect(await archive.refresh()).toMatchObject({ articles: 1, problems: { warning: 0 } });
  },
);

test.skipIf(process.platform !== "linux")(
  "a folder whose name is not UTF-8 is a problem, not a silence",
  () => {
    const folder = temporaryFolder({ "a.md": "# A\n\nText.\n" });
    const inside = bytes(folder, 0xff, 0xfe);
    mkdirSync(inside);
    writeFileSync(Buffer.concat([inside, Buffer.from("/b.md")]), "# B\n\nText.\n");
    expect(findArticleFiles(folder, settings)).toMatchObject({
      files: [{ path: "a.md" }],
      problems: [
        { code: "file-name-unsafe" },
        { code: "folder-unreadable", value: "its name is not UTF-8" },
      ],
    });
  },
);

test("a name that really holds the sign for unreadable bytes is a name as any other", async () => {
  const archive = await open(temporaryFolder({ "a\ufffd.md": "# A\n\nText.\n" }));
  expect(await articles(archive)).toEqual(["a\ufffd.md: A"]);
  expect((await archive.problems()).problems).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "files and folders whose names hold line ends and tabs are listed, read, followed and removed",
  async () => {
    const names = ["a\nb.md", "c\td.md", "e\nf/\rg.md", " x .md", "h\\i.md"];
    const folder = temporaryFolder(
      Object.fromEntries(names.map((name, number) => [name, `# ${number}\n\nText.\n`])),
    );
    const archive = await open(folder);
    const listed = async (): Promise<string[]> => {
      const { hits } = await archive.search(everything, { limit: 100 });
      return hits.map(({ article }) => article.headline).toSorted();
    };
    expect(await listed()).toEqual(["0", "1", "2", "3", "4"]);
    for (const [number, name] of names.entries())
      writeFileSync(join(folder, name), `# ${number} again\n\nText.\n`);
    await archive.refresh();
    expect(await listed()).toEqual(["0", "1", "2", "3", "4"].map((each) => `${each} again`));
    const { hits } = await archive.search(everything);
    for (const { article } of hits) {
      expect((await archive.get(article.id))?.article.headline).toBe(article.headline);
      expect((await archive.get({ path: article.path }))?.article.id).toBe(article.id);
    }
    for (const name of names) rmSync(join(folder, name));
    expect(await archive.refresh()).toMatchObject({ articles: 0 });
  },
);

test("names as long as a file system allows are listed, read and followed", async () => {
  const long = `${"ខ".repeat(84)}.md`;
  const deep = `${"d".repeat(255)}/${"e".repeat(255)}/${"f".repeat(252)}.md`;
  expect(Buffer.byteLength(long)).toBe(255);
  const folder = temporaryFolder({ [long]: "# Long\n\nText.\n", [deep]: "# Deep\n\nText.\n" });
  const archive = await open(folder);
  expect(await articles(archive)).toEqual([`${deep}: Deep`, `${long}: Long`]);
  writeFileSync(join(folder, long), "# Longer\n\nText.\n");
  await archive.refresh();
  expect(await articles(archive)).toEqual([`${deep}: Deep`, `${long}: Longer`]);
});

test("a folder that vanishes while the archive is walked holds nothing, and is no problem", () => {
  const folder = temporaryFolder({ "a.md": "", "gone/b.md": "", "gone/deep/c.md": "" });
  const walk = walkArticleFolders(folder, settings);
  const first = walk.next();
  rmSync(join(folder, "gone"), { recursive: true });
  const others = [...walk];
  expect(first.value).toMatchObject({ path: "", files: [{ path: "a.md" }] });
  expect(others).toMatchObject([{ path: "gone", files: [], problems: [] }]);
});

test("a file in the place of a folder that was found is no problem either", () => {
  const folder = temporaryFolder({ "a.md": "", "gone/b.md": "" });
  const walk = walkArticleFolders(folder, settings);
  walk.next();
  rmSync(join(folder, "gone"), { recursive: true });
  writeFileSync(join(folder, "gone"), "");
  expect([...walk]).toMatchObject([{ files: [], problems: [] }]);
});

test("a file that vanishes after it was found is known to have vanished", () => {
  const folder = temporaryFolder({ "a.md": "# A\n\nText.\n" });
  const [found] = findArticleFiles(folder, settings).files;
  rmSync(join(folder, "a.md"));
  expect(found && readArticleFile(folder, found).problems).toMatchObject([
    { code: "file-vanished" },
  ]);
});
