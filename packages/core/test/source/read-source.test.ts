import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { maxFileBytes } from "../../src/source/read-article-file.ts";
import { readSource } from "../../src/source/read-source.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("a file is given byte by byte", () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x1b]);
  const folder = temporaryFolder({ "a/b.md": bytes, "empty.md": "" });
  expect(readSource(folder, "a/b.md")).toEqual(bytes);
  expect(readSource(folder, "empty.md")).toEqual(new Uint8Array());
});

test("what is no file of the archive is not given", () => {
  const folder = temporaryFolder({ "in/a.md": "one", "secret.md": "two" });
  symlinkSync("/etc/passwd", join(folder, "in/link.md"));
  symlinkSync("../secret.md", join(folder, "in/near.md"));
  for (const path of [
    "none.md",
    "link.md",
    "near.md",
    "../secret.md",
    "/etc/passwd",
    ".",
    "a.md/",
  ]) {
    expect(readSource(join(folder, "in"), path), path).toBeUndefined();
  }
});

test("no more is given than is read of an article", () => {
  const folder = temporaryFolder({ "long.md": new Uint8Array(maxFileBytes + 1) });
  expect(readSource(folder, "long.md")).toHaveLength(maxFileBytes);
});
