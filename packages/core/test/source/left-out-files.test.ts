import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FolderError } from "../../src/errors.ts";
import { surveyFolder } from "../../src/source/left-out-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("every file of a folder is an article or left out for a reason", () => {
  const folder = temporaryFolder({
    "a.md": "",
    "2024/b.txt": "",
    "README.md": "",
    ".draft.md": "",
    "template.md": "",
    "c.PNG": "",
    "2024/d.png": "",
    Makefile: "",
    "node_modules/x/e.md": "",
    ".git/f.md": "",
  });
  symlinkSync("a.md", join(folder, "link.md"));
  mkdirSync(join(folder, "empty"));
  const { articles, leftOut } = surveyFolder(folder);
  expect(articles).toBe(2);
  expect(leftOut.map(({ reason, ending, files }) => [reason, ending, files])).toEqual(
    expect.arrayContaining([
      ["folder", ".md", 2],
      ["ending", ".png", 2],
      ["ending", "", 1],
      ["about-the-folder", ".md", 1],
      ["hidden", ".md", 1],
      ["template", ".md", 1],
      ["link", ".md", 1],
    ]),
  );
  expect(leftOut.reduce((sum, { files }) => sum + files, articles)).toBe(11);
});

test("a folder that is not there is the caller's error", () => {
  expect(() => surveyFolder("/nonexistent/folder")).toThrow(FolderError);
});

test("what the archive's settings leave out has a reason of its own", () => {
  const folder = temporaryFolder({
    "broadsheet.json": '{ "include": ["2024", "old"], "ignore": ["old/notes"] }',
    "2024/a.md": "",
    "b.md": "",
    "old/notes/c.md": "",
    "old/notes/d.png": "",
  });
  const { articles, leftOut } = surveyFolder(folder);
  expect(articles).toBe(1);
  expect(leftOut.map(({ reason, example }) => [reason, example])).toEqual([
    ["ending", "broadsheet.json"],
    ["not-included", "b.md"],
    ["ignored", "old/notes/c.md"],
    ["ignored", "old/notes/d.png"],
  ]);
});
