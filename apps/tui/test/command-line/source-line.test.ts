import { displayWidth } from "@broadsheet/core";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { markedLine, sourceLine } from "../../src/command-line/source-line.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-line-"));
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(join(folder, "a.md"), "first\nស្ពាន \x1b[31mred\x1b[0m\r\n\tthird\n\n");

describe("a line of a file", () => {
  it("is the one that is named", () => {
    expect(sourceLine(folder, "a.md", 1, {}, 40)).toEqual({ text: "first" });
    expect(sourceLine(folder, "a.md", 3, { column: 2 }, 40)).toEqual({
      text: "    third",
      mark: { column: 4, columns: 1 },
    });
  });

  it("is absent when it is empty, not there, or the file cannot be read", () => {
    expect(sourceLine(folder, "a.md", 4, { column: 1 }, 40)).toBeUndefined();
    expect(sourceLine(folder, "a.md", 99, { column: 1 }, 40)).toBeUndefined();
    expect(sourceLine(folder, "none.md", 1, { column: 1 }, 40)).toBeUndefined();
  });
});

describe("a marked line", () => {
  it("has its mark under the column, whatever is before it", () => {
    expect(markedLine("ស្ពាន ថ្មី x", { column: 12 }, 40)).toEqual({
      text: "ស្ពាន ថ្មី x",
      mark: { column: displayWidth("ស្ពាន ថ្មី "), columns: 1 },
    });
    expect(markedLine("橋の開通: x", { column: 7 }, 40).mark).toEqual({ column: 10, columns: 1 });
    expect(markedLine("a\tb\tc", { column: 5 }, 40)).toEqual({
      text: "a   b   c",
      mark: { column: 8, columns: 1 },
    });
  });

  it("is marked as far as what was seen there reaches, also when only that is known", () => {
    expect(markedLine("date: 2024-13", { column: 7, value: "2024-13" }, 40).mark).toEqual({
      column: 6,
      columns: 7,
    });
    expect(markedLine('date: "2024-13"', { column: 7, value: "2024-13" }, 40).mark).toEqual({
      column: 7,
      columns: 7,
    });
    expect(markedLine("題: 橋 a", { value: "橋" }, 40).mark).toEqual({ column: 4, columns: 2 });
    expect(markedLine("lang: ja", { value: "ja, but it reads as en" }, 40).mark).toBeUndefined();
    expect(markedLine(`u: ${"x".repeat(90)}`, { value: `${"x".repeat(60)}…` }, 40).mark).toEqual({
      column: 3,
      columns: 37,
    });
  });

  it("names what steers a terminal or hides text, and does not send it", () => {
    expect(markedLine("a\x1b[31mb", { column: 2 }, 40)).toEqual({
      text: "a‹U+001B›[31mb",
      mark: { column: 1, columns: 8 },
    });
    expect(markedLine("to \u202Eyks", { column: 4 }, 40).text).toBe("to ‹U+202E›yks");
  });

  it("is cut to the columns there are, around the place", () => {
    expect(markedLine("abcdefghijkl", {}, 8)).toEqual({ text: "abcdefg…" });
    expect(markedLine("abcdefghijklmnop", { column: 9 }, 8)).toEqual({
      text: "…fghijk…",
      mark: { column: 4, columns: 1 },
    });
    expect(markedLine("abcdefghijkl", { column: 12 }, 8)).toEqual({
      text: "…fghijkl",
      mark: { column: 7, columns: 1 },
    });
  });
});
