import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ArticleFile } from "../../src/source/article-file.ts";
import { findArticleFiles } from "../../src/source/find-article-files.ts";
import { maxFileBytes, readArticleFile } from "../../src/source/read-article-file.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const noStamp = { size: 0, modifiedMs: 0, changedMs: 0, inode: 0 };

function read(root: string, path: string): ArticleFile {
  return readArticleFile(root, { path, stamp: noStamp });
}

function readBytes(bytes: string | Uint8Array): ArticleFile {
  return read(temporaryFolder({ "a.md": bytes }), "a.md");
}

describe("readArticleFile", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(readBytes("ស្ពាន 橋\n")).toMatchObject({ text: "ស្ពាន 橋\n", problems: [] });
    expect(readBytes("\ufeff---\n")).toMatchObject({ text: "---\n", problems: [] });
  });

  it("gives the stamp of the file that was read", () => {
    const root = temporaryFolder({ "a.md": "12345" });
    expect(read(root, "a.md").stamp).toEqual(
      findArticleFiles(root, { name: "", timeZone: "UTC" }).files[0]?.stamp,
    );
  });

  it("reads what is not UTF-8 as well as it can, and names the first bad byte", () => {
    const bytes = Buffer.concat([
      Buffer.from("good\ncaf"),
      Buffer.from([0xe9]),
      Buffer.from(" ok\n"),
    ]);
    expect(readBytes(bytes)).toMatchObject({
      text: "good\ncaf\ufffd ok\n",
      problems: [{ code: "not-utf8", line: 2, column: 4, value: "0xE9" }],
    });
  });

  it("reads UTF-16 that begins with a byte order mark, and notes it", () => {
    const text = Buffer.from("\ufeffBridge 橋", "utf16le");
    expect(readBytes(text)).toMatchObject({ text: "Bridge 橋", problems: [{ code: "utf16" }] });
    expect(readBytes(text.swap16())).toMatchObject({ text: "Bridge 橋" });
  });

  it("cleans the text and names the first character that was removed", () => {
    expect(readBytes("one\r\ntwo\u001b[31m red\u202e\r\n")).toMatchObject({
      text: "one\ntwo red\n",
      problems: [{ code: "control-characters", line: 2, column: 4, value: "U+001B" }],
    });
  });

  it("keeps the line numbers of editors where a text holds line separators", () => {
    expect(readBytes("one\ntwo\u2028half\nthree")).toMatchObject({
      text: "one\ntwo half\nthree",
      problems: [{ code: "line-separators", line: 2, column: 4, value: "U+2028" }],
    });
    expect(readBytes("one\u2029two")).toMatchObject({ text: "one\ntwo", problems: [] });
  });

  it("reads an empty file as an empty text", () => {
    expect(readBytes("")).toMatchObject({ text: "", problems: [] });
  });

  it("reads the first part of a file that is too large, and says so", () => {
    const root = temporaryFolder({ "a.md": "é".repeat(10) });
    truncateSync(join(root, "a.md"), maxFileBytes + 1);
    const file = read(root, "a.md");
    expect(file.text).toBe("é".repeat(10));
    expect(file.problems[0]).toMatchObject({ code: "file-too-large" });
  });

  it("does not take a character cut in two at the limit for a bad byte", () => {
    const root = temporaryFolder({ "a.md": `a${"é".repeat(maxFileBytes / 2)}` });
    const file = read(root, "a.md");
    expect(file.text).toHaveLength(maxFileBytes / 2);
    expect(file.problems.map(({ code }) => code)).toEqual(["file-too-large"]);
  });

  it("gives an empty text and a problem for a file that is gone", () => {
    expect(read(temporaryFolder(), "gone.md")).toMatchObject({
      text: "",
      problems: [{ code: "file-vanished" }],
    });
  });

  it("gives an empty text and a problem for a file that may not be read", () => {
    const root = temporaryFolder({ "a.md": "secret" });
    chmodSync(join(root, "a.md"), 0);
    const file = read(root, "a.md");
    // A super-user reads it all the same.
    const expected =
      process.getuid?.() === 0
        ? { text: "secret", problems: [] }
        : { text: "", problems: [{ code: "file-unreadable", value: "permission denied" }] };
    expect(file).toMatchObject(expected);
  });

  it("does not wait for a FIFO that was put in a file's place", () => {
    const root = temporaryFolder();
    execFileSync("mkfifo", [join(root, "a.md")]);
    expect(read(root, "a.md")).toMatchObject({
      text: "",
      problems: [{ code: "file-unreadable", value: "it is not a regular file" }],
    });
  });

  it("reads no folder that was put in a file's place", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "a.md"));
    expect(read(root, "a.md")).toMatchObject({ text: "", problems: [{ code: "file-unreadable" }] });
  });

  it("reads through a link inside the archive", () => {
    const root = temporaryFolder({ "b.md": "inside" });
    symlinkSync("b.md", join(root, "a.md"));
    expect(read(root, "a.md").text).toBe("inside");
  });

  it("never reads through a link out of the archive, of a file or of a folder", () => {
    const outside = temporaryFolder({ "a.md": "outside" });
    const root = temporaryFolder();
    symlinkSync(join(outside, "a.md"), join(root, "a.md"));
    symlinkSync(outside, join(root, "news"));
    for (const path of [
      "a.md",
      "news/a.md",
      "../a.md",
      `../${outside.split("/").at(-1) ?? ""}/a.md`,
    ]) {
      const { text, problems } = read(root, path);
      expect({ path, text, problems: problems.length }).toEqual({ path, text: "", problems: 1 });
    }
  });

  it("does not follow a link that took the file's place after it was found", () => {
    const outside = temporaryFolder({ "a.md": "outside" });
    const root = temporaryFolder();
    mkdirSync(join(root, "news"));
    writeFileSync(join(root, "news/a.md"), "inside");
    expect(read(root, "news/a.md").text).toBe("inside");
    rmSync(join(root, "news"), { recursive: true });
    renameSync(outside, `${outside}-moved`);
    symlinkSync(`${outside}-moved`, join(root, "news"));
    expect(read(root, "news/a.md").text).toBe("");
    rmSync(`${outside}-moved`, { recursive: true });
  });

  it("reads a file that was found only while it is that very file", () => {
    const root = temporaryFolder({ "news/a.md": "inside" });
    const [found] = findArticleFiles(root, { name: "", timeZone: "UTC" }).files;
    if (found === undefined) throw new Error("nothing was found");
    expect(readArticleFile(root, found).text).toBe("inside");
    const outside = temporaryFolder({ "a.md": "beyond" });
    rmSync(join(root, "news"), { recursive: true });
    symlinkSync(outside, join(root, "news"));
    expect(readArticleFile(root, found)).toMatchObject({
      text: "",
      problems: [{ code: "file-unreadable", value: "it lies outside the archive" }],
    });
    rmSync(join(root, "news"));
    mkdirSync(join(root, "news"));
    symlinkSync(join(outside, "a.md"), join(root, "news/a.md"));
    expect(readArticleFile(root, found).text).toBe("");
    rmSync(join(root, "news/a.md"));
    expect(readArticleFile(root, found).problems).toMatchObject([{ code: "file-vanished" }]);
  });

  it("reads what a file has become since it was found, with its new stamp", () => {
    const root = temporaryFolder({ "a.md": "short" });
    const [found] = findArticleFiles(root, { name: "", timeZone: "UTC" }).files;
    if (found === undefined) throw new Error("nothing was found");
    appendFileSync(join(root, "a.md"), " no more");
    expect(readArticleFile(root, found)).toMatchObject({
      text: "short no more",
      stamp: { size: 13 },
      problems: [],
    });
  });

  it("reads a file by its clean name when its own would steer a terminal", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "a\u001b[1mb"));
    writeFileSync(join(root, "a\u001b[1mb/c\u0007.md"), "found");
    const [found] = findArticleFiles(root, { name: "", timeZone: "UTC" }).files;
    expect(found?.path).toBe("ab/c.md");
    expect(read(root, "ab/c.md").text).toBe("found");
  });

  it("gives each file its own text although the buffer is used again", () => {
    const root = temporaryFolder({ "long.md": "x".repeat(1000) });
    writeFileSync(join(root, "short.md"), "y");
    const long = read(root, "long.md");
    expect(read(root, "short.md").text).toBe("y");
    expect(long.text).toBe("x".repeat(1000));
  });
});
