import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findArticleFiles, walkArticleFolders } from "../../src/source/find-article-files.ts";
import type { Settings } from "../../src/source/settings.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const settings: Settings = { name: "Archive", timeZone: "UTC" };

function folderOf(...paths: readonly string[]): string {
  return temporaryFolder(Object.fromEntries(paths.map((path) => [path, path])));
}

function pathsIn(root: string): readonly string[] {
  return findArticleFiles(root, settings).files.map(({ path }) => path);
}

describe("findArticleFiles", () => {
  it("finds .md, .markdown and .txt in any case, in all folders, in the order of their paths", () => {
    const root = folderOf("b.md", "a/z.TXT", "a/b/c.Markdown", "z.md", "é.md", "B.md");
    expect(pathsIn(root)).toEqual(["B.md", "a/b/c.Markdown", "a/z.TXT", "b.md", "z.md", "é.md"]);
  });

  it("leaves out other files, dot folders, node_modules and templates, and counts them", () => {
    const root = folderOf(
      "a.md",
      "b.png",
      ".git/c.md",
      "node_modules/x/d.md",
      "templates/e.md",
      ".f.md",
    );
    const found = findArticleFiles(root, settings);
    expect(found.files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(found).toMatchObject({ leftOut: 5, problems: [] });
  });

  it("notes size, times and number of each file", () => {
    const [file] = findArticleFiles(folderOf("four.md"), settings).files;
    expect(file?.stamp).toMatchObject({ size: 7 });
    expect(file?.stamp.modifiedMs).toBeGreaterThan(1e12);
    expect(file?.stamp.changedMs).toBeGreaterThan(1e12);
    expect(file?.stamp.inode).toBeGreaterThan(0);
  });

  it("follows a link to a folder that is not looked into otherwise", () => {
    const root = folderOf(".store/a.md");
    symlinkSync(".store", join(root, "news"));
    expect(pathsIn(root)).toEqual(["news/a.md"]);
  });

  it("lists a file once, under its own path, however many links lead to it", () => {
    const root = folderOf("2024/a.md", ".store/b.md");
    symlinkSync("2024", join(root, "newest"));
    symlinkSync("2024/a.md", join(root, "alias.md"));
    symlinkSync(".store/b.md", join(root, "b.md"));
    symlinkSync(".store/b.md", join(root, "c.md"));
    expect(findArticleFiles(root, settings)).toMatchObject({
      files: [{ path: "2024/a.md" }, { path: "b.md" }],
      leftOut: 4,
      problems: [],
    });
  });

  it("ends where links lead in a circle", () => {
    const root = folderOf("a/b/c.md");
    symlinkSync("../..", join(root, "a/b/up"));
    symlinkSync("loop.md", join(root, "loop.md"));
    const found = findArticleFiles(root, settings);
    expect(found.files.map(({ path }) => path)).toEqual(["a/b/c.md"]);
    expect(found.problems).toMatchObject([{ code: "link-outside", path: "loop.md" }]);
  });

  it("never follows a link out of the archive, and says so", () => {
    const outside = folderOf("secret.md");
    const root = folderOf("a.md");
    symlinkSync(outside, join(root, "folder"));
    symlinkSync(join(outside, "secret.md"), join(root, "file.md"));
    const found = findArticleFiles(root, settings);
    expect(found.files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(found.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "link-outside file.md",
      "link-outside folder",
    ]);
  });

  it("does not take a folder beside the archive whose name begins alike for one inside it", () => {
    const parent = folderOf("news/a.md", "news-private/b.md");
    symlinkSync(join(parent, "news-private"), join(parent, "news/link"));
    expect(pathsIn(join(parent, "news"))).toEqual(["a.md"]);
  });

  it("passes over a FIFO that is called like an article", () => {
    const root = folderOf("a.md");
    execFileSync("mkfifo", [join(root, "pipe.md")]);
    expect(findArticleFiles(root, settings)).toMatchObject({
      files: [{ path: "a.md" }],
      leftOut: 1,
    });
  });

  it("makes a problem of a folder that cannot be read, and finds the rest", () => {
    const root = folderOf("a.md", "closed/b.md");
    chmodSync(join(root, "closed"), 0);
    try {
      const found = findArticleFiles(root, settings);
      expect(found.files.map(({ path }) => path)).toContain("a.md");
      // A super-user reads it all the same.
      const problems =
        process.getuid?.() === 0 ? [] : [{ code: "folder-unreadable", path: "closed" }];
      expect(found.problems).toMatchObject(problems);
    } finally {
      chmodSync(join(root, "closed"), 0o755);
    }
  });

  it("makes a problem of an archive that is not there", () => {
    expect(findArticleFiles(join(temporaryFolder(), "none"), settings)).toMatchObject({
      files: [],
      problems: [{ code: "folder-unreadable", path: "", value: "it is not there" }],
    });
  });

  it("lists a file whose name would steer a terminal under a clean name", () => {
    const root = folderOf("a\u001b[31mred.md");
    expect(findArticleFiles(root, settings)).toMatchObject({
      files: [{ path: "ared.md" }],
      problems: [{ code: "file-name-unsafe", path: "ared.md" }],
    });
  });

  it("lists one of which cleaning takes the ending too", () => {
    const root = folderOf("a\u001b[.md");
    expect(findArticleFiles(root, settings)).toMatchObject({
      files: [{ path: "ad" }],
      leftOut: 0,
      problems: [{ code: "file-name-unsafe", path: "ad" }],
    });
  });
});

describe("walkArticleFolders", () => {
  it("lets others have their turns while it looks at a folder of many files", () => {
    const names = Array.from({ length: 2_500 }, (_, number) => `${String(number)}.md`);
    const root = folderOf(...names, "b/a.md");
    const steps = [...walkArticleFolders(root, settings)];
    expect(steps.map((found) => found?.files.length)).toEqual([undefined, undefined, 2_500, 1]);
  });

  it("gives one folder at a time", () => {
    const root = folderOf("a.md", "b/c.md", "b/d/e.md");
    const folders = [...walkArticleFolders(root, settings)].filter((found) => found !== undefined);
    expect(folders.map(({ files }) => files.map(({ path }) => path))).toEqual([
      ["a.md"],
      ["b/c.md"],
      ["b/d/e.md"],
    ]);
  });
});

describe("an archive's own rules", () => {
  function found(rules: Pick<Settings, "include" | "ignore">, root: string): readonly unknown[] {
    const { files, leftOut } = findArticleFiles(root, { ...settings, ...rules });
    return [files.map(({ path }) => path), leftOut];
  }

  it("leave out what is ignored and what is not included, and count it", () => {
    const root = folderOf("a.md", "notes/b.md", "notes/c/d.md", "2024/e.md", "2024/f.txt");
    expect(found({ ignore: ["notes", "**/*.txt"] }, root)).toEqual([["2024/e.md", "a.md"], 2]);
    expect(found({ include: ["2024/*.md", "notes/**"] }, root)).toEqual([
      ["2024/e.md", "notes/b.md", "notes/c/d.md"],
      2,
    ]);
    expect(found({ include: ["2024"], ignore: ["2024/e.md"] }, root)).toEqual([["2024/f.txt"], 3]);
  });

  it("hold for links under their own path", () => {
    const root = folderOf("a.md", ".store/b.md", ".store/c/d.md");
    symlinkSync(".store/b.md", join(root, "link.md"));
    symlinkSync(".store/c", join(root, "shown"));
    expect(found({ ignore: ["shown", "link.md"] }, root)).toEqual([["a.md"], 3]);
    expect(found({ include: ["shown"] }, root)).toEqual([["shown/d.md"], 3]);
    expect(found({ include: ["link.md"] }, root)).toEqual([["link.md"], 3]);
  });
});
