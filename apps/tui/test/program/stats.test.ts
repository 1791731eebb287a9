import { afterAll, describe, expect, it, vi } from "vitest";
import { archiveFolder, articleFile, smallArchive } from "./archive-folder.ts";
import { run, type Ended } from "./run-program.ts";

vi.setConfig({ testTimeout: 30_000 });

const { folder, cache, remove } = archiveFolder(smallArchive);
const odd = archiveFolder({
  "good.md": articleFile("A good one", "2024-11-26"),
  "bare.txt": "A headline by itself",
  "empty.md": "",
  "README.md": "About",
  ".hidden.md": "Hidden",
  "template.md": "Form",
  "pictures/a.png": "",
  Makefile: "all:",
  ".git/config": "",
});
afterAll(() => {
  remove();
  odd.remove();
});

const broadsheet = (...args: readonly string[]): Promise<Ended> => run([...args, "--cache", cache]);

describe("broadsheet stats", () => {
  it("counts by section, language and year", async () => {
    const { output } = await broadsheet("stats", folder);
    expect(output).toMatch(/^The River Gazette\n5 articles · 23 – 26 Nov 2024 · \d+ words\n/);
    expect(output).toMatch(/Section\n(?: +1 +20 % {2}.+\n)+/);
    expect(output).toMatch(/ 1 +20 % {2}Khmer\n/);
  });

  it("counts fields, kinds of front matter, problems, and every file of the folder", async () => {
    const { output } = await run(["stats", odd.folder, "--cache", odd.cache]);
    expect(output).toMatch(/Front matter\n +2 +67 % {2}none\n +1 +33 % {2}YAML\n/);
    expect(output).toMatch(/ headline +1 +33 % +2 +67 % +0\n/);
    expect(output).toMatch(/ author +0 +0 +3 +100 %\n/);
    expect(output).toMatch(/Files\n +9 {2}in the folder\n +3 {2}articles\n/);
    expect(output).toMatch(/ 2 {2}of other kinds: 1 without an ending, 1 \.png\n/);
    expect(output).toContain("  1  about the folder, such as README.md\n");
    expect(output).toContain("  1  hidden, such as .hidden.md\n");
    expect(output).toContain("  1  empty forms, such as template.md\n");
    expect(output).toMatch(/ 1 {2}in hidden folders and those of tools, such as \.git\/config\n/);
    expect(output).toMatch(/0 errors, 1 warning, 0 notes\n +1 {2}Warning · headline-missing\n/);
    expect(Math.max(...output.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("has one JSON shape", async () => {
    const { output } = await broadsheet("stats", folder, "--json");
    expect(JSON.parse(output)).toMatchObject({
      data: [
        { name: "The River Gazette", articles: 5, facets: { lang: expect.any(Array) as unknown } },
      ],
      meta: {},
    });
  });
});
