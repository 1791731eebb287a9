import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { archiveFolder, articleFile, smallArchive } from "./archive-folder.ts";
import { run, type Ended } from "./run-program.ts";

vi.setConfig({ testTimeout: 30_000 });

const { folder, cache, remove } = archiveFolder(smallArchive);
const faulty = archiveFolder({
  "good.md": articleFile("A good one", "2024-11-26"),
  "broken.md": `---\ntitle: "Broken\ndate: [2024\n---\n\nStill a text.\n`,
  "script.md": `---js\nmodule.exports = require("fs").writeFileSync("/tmp/never", "")\n---\n\nText after it.\n`,
  "empty.md": "",
  "latin.txt": Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x6e, 0x6f, 0x69, 0x72, 0x2e]),
});
const marked = archiveFolder({
  ...Object.fromEntries(
    Array.from({ length: 4 }, (_, number) => [
      `a${number}.md`,
      articleFile(`Number ${number}`, "2024-02-30"),
    ]),
  ),
  "note.md": articleFile("With <b>markup</b>", "2024-02-28"),
});
afterAll(() => {
  remove();
  faulty.remove();
  marked.remove();
});

const broadsheet = (...args: readonly string[]): Promise<Ended> => run([...args, "--cache", cache]);

describe("broadsheet check", () => {
  it("prints problems by kind, with file, line and the line itself, and ends with 1", async () => {
    const { code, output } = await broadsheet("check", faulty.folder);
    expect(code).toBe(1);
    expect(output).toMatch(/^Error · front-matter-/);
    expect(output).toMatch(/\n {2}broken\.md:\d+(?::\d+)?\n/);
    expect(output).toMatch(/\n {4}\d+ │ /);
    expect(output).not.toContain("\x1b");
    expect(output).toMatch(/\d+ errors?, \d+ warnings?, \d+ notes?\.\n$/);
  });

  it("ends with 0 when nothing is wrong", async () => {
    const { code } = await broadsheet("check", folder);
    expect(code).toBe(0);
  });

  it("marks the place in the line, says how to mend it, and counts notes", async () => {
    const { code, output } = await run(["check", marked.folder, "--cache", marked.cache]);
    expect(code).toBe(0);
    expect(output).toContain(
      [
        "Warning · date-impossible · 4 times",
        "There is no such date. It is not used; no other day is guessed.",
        "Write the date that is meant, as 2024-11-26.",
      ].join("\n"),
    );
    expect(output).toContain(
      ["  a0.md:3:7", '    3 │ date: "2024-02-30"', "      │        ^^^^^^^^^^"].join("\n"),
    );
    expect(output.match(/a\d\.md/g)).toHaveLength(3);
    expect(output).toContain("  and 1 more; --all prints them\n");
    expect(output).not.toContain("headline-markup");
    expect(output).toMatch(/0 errors, 4 warnings, 1 note\. --all prints the note too\.\n$/);
    const all = await run(["check", marked.folder, "--all", "--cache", marked.cache]);
    expect(all.output.match(/a\d\.md/g)).toHaveLength(4);
    expect(all.output).toContain("Note · headline-markup · 1 time\n");
  });

  it("takes several folders and files, and calls them as they were called", async () => {
    const one = join(faulty.folder, "broken.md");
    const { code, output } = await broadsheet("check", one, folder, marked.folder);
    expect(code).toBe(1);
    expect(output).toContain(`  ${one}:`);
    expect(output).toContain(`  ${join(marked.folder, "a0.md")}:3:7\n`);
  });

  it("reads a single file without looking at its folder", async () => {
    const { folder: crowded, cache: unused, remove: clear } = archiveFolder({ "a.org": "" });
    const { output } = await run(["check", join(crowded, "a.org"), "--cache", unused]);
    expect(output).toMatch(/^Warning · text-missing · 1 time\n|^Warning · headline-missing/);
    expect(existsSync(unused)).toBe(false);
    clear();
  });

  it("checks single files", async () => {
    const { output } = await broadsheet("check", join(faulty.folder, "good.md"), "--json");
    expect(JSON.parse(output)).toMatchObject({ meta: { errors: 0 } });
    const broken = await broadsheet("check", join(faulty.folder, "broken.md"), "--json");
    const { data } = JSON.parse(broken.output) as { data: { path: string }[] };
    expect(new Set(data.map(({ path }) => path))).toEqual(new Set(["broken.md"]));
  });
});
