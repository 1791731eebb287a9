import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sourceLine } from "../../src/command-line/source-line.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-line-"));
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(join(folder, "a.md"), "first\nស្ពាន \x1b[31mred\x1b[0m\r\n\tthird with a tab\n\n");

describe("a line of a file", () => {
  it("is cleaned, with the column counted as it is shown", () => {
    expect(sourceLine(folder, "a.md", 2, 7, 40)).toEqual({ text: "ស្ពាន red", caretColumn: 5 });
    expect(sourceLine(folder, "a.md", 3, 2, 40)).toEqual({
      text: " third with a tab",
      caretColumn: 1,
    });
  });

  it("is cut to the columns there are, around the place", () => {
    expect(sourceLine(folder, "a.md", 3, undefined, 8)).toEqual({ text: " third w" });
    expect(sourceLine(folder, "a.md", 3, 15, 8)).toEqual({ text: "… a tab", caretColumn: 4 });
  });

  it("is absent when it is empty, not there, or the file cannot be read", () => {
    expect(sourceLine(folder, "a.md", 4, 1, 40)).toBeUndefined();
    expect(sourceLine(folder, "a.md", 99, 1, 40)).toBeUndefined();
    expect(sourceLine(folder, "none.md", 1, 1, 40)).toBeUndefined();
  });
});
