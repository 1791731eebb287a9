import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readArticle, readArticles } from "../../src/archive/read-articles.ts";
import { FileError, FolderError, SettingsError } from "../../src/errors.ts";
import { openArchive } from "../../src/open-archive.ts";
import { everything } from "../../src/query/query.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const ferry = "---\ntitle: The ferry stops\ndate: 2024-03-01 08:00\n---\nIt left at noon.\n";

const archive = {
  "broadsheet.json": '{"name": "The River Gazette", "timeZone": "Asia/Phnom_Penh", "hue": "red"}',
  "b/ferry.md": ferry,
  "b/second.md": "---\ncode: BRIDGE\n---\nThe second bridge.\n",
  "a.md": "---\ncode: BRIDGE\n---\nThe first bridge.\n",
  "draft.md": "---\ndraft: true\n---\nNot yet.\n",
  "broken.md": "---\ntitle: [\n---\nText.\n",
  "photo.jpg": "",
};

describe("readArticles", () => {
  it("reads every article of a folder, in the order of their paths", () => {
    const folder = temporaryFolder(archive);
    const articles = readArticles(folder);
    expect(Array.from(articles, ({ article }) => article.path)).toEqual(articles.paths);
    expect(articles.paths).toEqual(["a.md", "b/ferry.md", "b/second.md", "broken.md", "draft.md"]);
  });

  it("says what it knows of the folder before any article is read", () => {
    const { settings, leftOut, problems } = readArticles(temporaryFolder(archive));
    expect(settings).toEqual({ name: "The River Gazette", timeZone: "Asia/Phnom_Penh" });
    expect(leftOut).toBe(2);
    expect(problems).toMatchObject([{ code: "settings-unknown", value: "hue" }]);
  });

  it("reads each file when it is asked for, and again when it is asked for again", () => {
    const folder = temporaryFolder({ "a.md": "First", "b.md": "Second" });
    const articles = readArticles(folder);
    const [first] = articles;
    writeFileSync(join(folder, "a.md"), "Changed");
    rmSync(join(folder, "b.md"));
    const later = [...articles];
    expect(first?.article.headline).toBe("First");
    expect(later.map(({ article }) => article.headline)).toEqual(["Changed", "b"]);
    expect(later[1]?.problems).toMatchObject([{ code: "file-vanished" }]);
  });

  it("gives the articles and problems that an opened archive gives", async () => {
    const folder = temporaryFolder(archive);
    const opened = await openArchive(folder, { cacheDir: temporaryFolder() });
    await opened.settled();
    const { hits } = await opened.search({ ...everything, drafts: true });
    const found = await Promise.all(hits.map(({ article }) => opened.get(article.id)));
    const problems = await opened.problems({ path: "broadsheet.json" });
    await opened.close();
    const byPath = new Map(found.map((each) => [each?.article.path, each]));
    const articles = readArticles(folder);
    expect(byPath.size).toBe(5);
    expect([...articles].length).toBe(5);
    for (const { article, problems: own } of articles) {
      expect(byPath.get(article.path)?.article).toEqual(article);
      expect(byPath.get(article.path)?.problems).toEqual(own);
    }
    expect(problems.problems).toEqual(articles.problems);
  });

  it("holds the caller's settings over those of the folder", () => {
    const articles = readArticles(temporaryFolder(archive), { timeZone: "UTC", language: "en" });
    expect(articles.settings).toEqual({
      name: "The River Gazette",
      timeZone: "UTC",
      language: "en",
    });
    const times = Array.from(articles, ({ article }) => article.datePublished?.epochMs);
    expect(times).toContain(Date.UTC(2024, 2, 1, 8));
  });

  it("throws for a folder that is not there, and for a time zone that there is not", () => {
    const folder = temporaryFolder();
    expect(() => readArticles(join(folder, "gone"))).toThrow(FolderError);
    expect(() => readArticles(folder, { timeZone: "Mars/Olympus" })).toThrow(SettingsError);
  });
});

describe("readArticle", () => {
  it("reads a file that stands alone, wherever it is", () => {
    const folder = temporaryFolder({ "2024/ferry.md": ferry });
    const { article, problems } = readArticle(join(folder, "2024/ferry.md"));
    expect(article).toMatchObject({ id: "ferry", path: "ferry.md", headline: "The ferry stops" });
    expect(problems).toEqual([]);
  });

  it("reads a file of an archive as the archive does", () => {
    const folder = temporaryFolder(archive);
    const expected = [...readArticles(folder)].find(({ article }) => article.path === "b/ferry.md");
    expect(readArticle("b/ferry.md", { folder })).toEqual(expected);
    expect(expected?.article.datePublished?.epochMs).toBe(Date.UTC(2024, 2, 1, 1));
  });

  it("follows a link that was named, but none out of an archive", () => {
    const outside = temporaryFolder({ "ferry.md": ferry });
    const folder = temporaryFolder();
    symlinkSync(join(outside, "ferry.md"), join(folder, "link.md"));
    expect(readArticle(join(folder, "link.md")).article.headline).toBe("The ferry stops");
    const { article, problems } = readArticle("link.md", { folder });
    expect(article.blocks).toEqual([]);
    expect(problems).toMatchObject([{ code: "file-unreadable" }]);
  });

  it("keeps what is wrong with the file beside the article", () => {
    const folder = temporaryFolder({ "a.md": new Uint8Array([0x61, 0xff, 0x1b]) });
    const { article, problems } = readArticle(join(folder, "a.md"));
    expect(article.headline).toBe("a\ufffd");
    expect(problems.map(({ code }) => code)).toEqual(["not-utf8", "control-characters"]);
  });

  it.for([
    ["gone.md", "file-not-found"],
    ["gone/gone.md", "file-not-found"],
    ["a.md/gone.md", "file-not-found"],
    ["folder", "not-a-file"],
    ["../a.md", "file-outside"],
    ["..", "file-outside"],
    ["", "not-a-file"],
  ])("throws for “%s”: %s", ([file = "", code]) => {
    const folder = temporaryFolder({ "a.md": ferry });
    mkdirSync(join(folder, "folder"));
    expect(() => readArticle(file, { folder })).toThrow(expect.objectContaining({ code }));
    expect(() => readArticle(file, { folder })).toThrow(FileError);
  });

  it("names the file in its error, without what steers a terminal", () => {
    const folder = temporaryFolder();
    const name = `${basename(folder)}\u001b[31m.md`;
    expect(() => readArticle(join(folder, name))).toThrow(/^There is no file “[^\u001b]+\.md”/);
  });
});
