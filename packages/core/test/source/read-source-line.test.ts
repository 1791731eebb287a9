import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSourceLine } from "../../src/source/read-source-line.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("a line is given as it stands in the file", () => {
  const folder = temporaryFolder({ "a/b.md": "one\r\ntwo \u001b[31mred\nthree" });
  expect(readSourceLine(folder, "a/b.md", 1)).toBe("one");
  expect(readSourceLine(folder, "a/b.md", 2)).toBe("two \u001b[31mred");
  expect(readSourceLine(folder, "a/b.md", 4)).toBeUndefined();
});

test("what is no file of the archive has no lines", () => {
  const folder = temporaryFolder({ "a.md": "one" });
  symlinkSync("/etc/passwd", join(folder, "link.md"));
  for (const path of ["none.md", "link.md", "../a.md", "."]) {
    expect(readSourceLine(folder, path, 1)).toBeUndefined();
  }
});
