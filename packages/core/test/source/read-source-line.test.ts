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

test("lines are counted as problems count them", () => {
  const folder = temporaryFolder({
    "mixed.md": "one\u2028still one\ntwo",
    "only.md": "one\u2028two",
    "wide.md": Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62, 0]),
  });
  expect(readSourceLine(folder, "mixed.md", 2)).toBe("two");
  expect(readSourceLine(folder, "only.md", 2)).toBe("two");
  expect(readSourceLine(folder, "wide.md", 2)).toBe("b");
});
