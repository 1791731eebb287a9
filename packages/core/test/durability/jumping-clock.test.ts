import { statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { headlines, keep } from "./kept.ts";

const dayMs = 86_400_000;
const yearMs = 366 * dayMs;

afterEach(() => void vi.useRealTimers());

/** Sets the clock of this process so many milliseconds off the one that files are dated by. */
function setClock(offMs: number): void {
  vi.useRealTimers();
  const nowMs = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: nowMs + offMs });
}

test.for([
  ["back by a second", -1_000],
  ["back by a day", -dayMs],
  ["to before 1970", -100 * yearMs],
  ["ahead by a second", 1_000],
  ["ahead by thirty years", 30 * yearMs],
] as const)("a clock that jumps %s hides no change", async ([, offMs]) => {
  const [folder, cache] = [
    temporaryFolder({ "a.md": "# A0\n", "b.md": "# B\n" }),
    temporaryFolder(),
  ];
  const archive = keep(folder, cache);
  await archive.settled();
  const { generation } = await archive.status();
  for (const [turn, off] of [offMs, 0, offMs, 0].entries()) {
    setClock(off);
    // As long as before, and at once.
    for (const step of [1, 2]) {
      writeFileSync(join(folder, "a.md"), `# A${turn}${step}\n`);
      expect(await archive.refresh()).toMatchObject({ articles: 2, state: "ready", notices: [] });
      expect(await headlines(archive)).toEqual([`A${turn}${step}`, "B"]);
    }
  }
  await archive.close();
  setClock(offMs);
  const again = keep(folder, cache);
  const status = await again.settled();
  expect(status).toMatchObject({ articles: 2, notices: [] });
  // It is the same index: nothing was made anew.
  expect(status.generation.split(".")[0]).toBe(generation.split(".")[0]);
});

test.for([
  ["in the year 2100", Date.UTC(2100, 0)],
  ["of 1970", 0],
] as const)(
  "a file with a time %s is read, and read again when it changes under the same time",
  async ([, ms]) => {
    const [folder, cache] = [temporaryFolder({ "a.md": "# A0\n" }), temporaryFolder()];
    const file = join(folder, "a.md");
    const archive = keep(folder, cache);
    for (let turn = 0; turn < 4; turn++) {
      writeFileSync(file, `# A${turn}\n`);
      utimesSync(file, ms / 1_000, ms / 1_000);
      expect(statSync(file).mtimeMs).toBe(ms);
      await archive.refresh();
      expect(await headlines(archive)).toEqual([`A${turn}`]);
    }
  },
);
