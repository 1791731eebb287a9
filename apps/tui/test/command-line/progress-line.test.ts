import { expect, it } from "vitest";
import { ProgressLine } from "../../src/command-line/progress-line.ts";
import { status } from "../library.ts";

/** What is written of a build that reports every second, of which 1,000 files a second are read. */
function written(seconds: number, isTTY: boolean): string[] {
  const lines: string[] = [];
  let nowMs = 0;
  const line = new ProgressLine({ isTTY, write: (text) => lines.push(text) }, () => nowMs);
  for (let second = 1; second <= seconds; second++) {
    nowMs = second * 1_000;
    const work = { filesDone: second * 1_000, filesTotal: 90_000, secondsLeft: 90 - second };
    line.show({ ...status, state: "building", ...work });
  }
  line.show({ ...status, state: "ready" });
  line.end();
  return lines;
}

it("is written over in a terminal, and taken off in the end", () => {
  const lines = written(40, true);
  expect(lines).toHaveLength(41);
  expect(lines[0]).toBe("\r\u001b[2Kreading 1,000 of 90,000 files, 2 min left");
  expect(lines[39]).toBe("\r\u001b[2Kreading 40,000 of 90,000 files, 50 s left");
  expect(lines[40]).toBe("\r\u001b[2K");
});

it("is a plain line now and then where it is not a terminal", () => {
  expect(written(25, false)).toEqual([
    "broadsheet: reading 10,000 of 90,000 files, 2 min left\n",
    "broadsheet: reading 20,000 of 90,000 files, 2 min left\n",
  ]);
});

it("says nothing of what is over soon", () => {
  expect(written(9, false)).toEqual([]);
  expect(written(0, true)).toEqual([]);
});
