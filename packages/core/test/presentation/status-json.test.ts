import { describe, expect, it } from "vitest";
import type { ArchiveStatus } from "../../src/archive/archive.ts";
import { progress, statusJson } from "../../src/presentation/status-json.ts";

const status: ArchiveStatus = {
  name: "River",
  folder: "/home/editor/river",
  timeZone: "UTC",
  state: "ready",
  filesDone: 3,
  filesTotal: 3,
  articles: 3,
  firstMs: Date.UTC(2024, 0),
  problems: { error: 0, warning: 1, note: 2 },
  leftOut: 4,
  generation: "g.1",
  notices: ["The index was made anew."],
};

describe("statusJson", () => {
  it("tells everything but where the folder is", () => {
    const json = JSON.stringify(statusJson(status));
    expect(json).not.toContain("editor");
    expect(JSON.parse(json)).toMatchObject({
      name: "River",
      filesDone: 3,
      filesTotal: 3,
      firstPublished: "2024-01-01T00:00:00.000Z",
      problems: { error: 0, warning: 1, note: 2 },
    });
  });

  it("tells how long the work will take where that is known", () => {
    expect(statusJson({ ...status, secondsLeft: 40 }).secondsLeft).toBe(40);
    expect(JSON.stringify(statusJson(status))).not.toContain("secondsLeft");
  });
});

describe("progress", () => {
  it.for([
    [0, 0, 1],
    [3, 3, 1],
    [1, 3, 0.33],
    [99_999, 100_000, 0.99],
    [0, 5, 0],
  ] as const)("of %d files out of %d is %d", ([filesDone, filesTotal, part]) => {
    expect(progress({ ...status, filesDone, filesTotal })).toBe(part);
  });
});
