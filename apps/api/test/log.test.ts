import { describe, expect, it } from "vitest";
import { openLog, type Logged } from "../src/log.ts";

function logged(write: (log: ReturnType<typeof openLog>) => void, what?: Logged): unknown[] {
  const lines: string[] = [];
  write(openLog({ write: (line) => lines.push(line) }, what));
  return lines.map((line) => JSON.parse(line));
}

const request = { id: "a-1", method: "GET", url: "/v1", status: 200, ms: 1.5, aborted: false };

describe("the log", () => {
  it("is a line of JSON for each request", () => {
    expect(logged((log) => log.request(request))).toEqual([
      { level: "info", time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), ...request },
    ]);
  });

  it("repeats of an address neither what steers a terminal nor more than is readable", () => {
    const [clean, cut] = logged((log) => {
      log.request({ ...request, url: "/v1?\u009b31m\u001b[2J" });
      log.request({ ...request, url: `/v1?${"a".repeat(9_000)}` });
    });
    expect(JSON.stringify(clean)).toContain('"/v1?"');
    expect(JSON.stringify(cut).length).toBeLessThan(2_500);
  });

  it.for([
    ["requests", ["info", "error"]],
    ["errors", ["error"]],
    ["off", []],
  ] as const)("of %s has only what was asked for", ([what, levels]) => {
    const lines = logged((log) => {
      log.request(request);
      log.error(new Error("The index failed."));
    }, what);
    expect(lines).toEqual(levels.map((level): unknown => expect.objectContaining({ level })));
  });

  it("tells of an error with its cause", () => {
    const cause = new Error("disk I/O error");
    const [line] = logged((log) => log.error(new Error("The index failed.", { cause })));
    expect(line).toMatchObject({
      level: "error",
      err: { message: expect.stringContaining("disk I/O error") },
    });
  });
});
