import { describe, expect, it } from "vitest";
import { isProblemCode, makeProblem, problemCodes } from "../src/problem.ts";

describe("makeProblem", () => {
  it("says what is wrong, what was done and how to mend it", () => {
    expect(makeProblem("date-impossible", { path: "a.md", line: 3, value: "2024-02-31" })).toEqual({
      code: "date-impossible",
      severity: "warning",
      path: "a.md",
      line: 3,
      value: "2024-02-31",
      message: "There is no such date: 2024-02-31.",
      action: "It is not used; no other day is guessed.",
      remedy: "Write the date that is meant, as 2024-11-26.",
    });
  });

  it("leaves out the line, the column and the value that are not known", () => {
    const problem = makeProblem("text-missing", {
      path: "a.md",
      line: undefined,
      value: undefined,
    });
    expect(Object.keys(problem)).toEqual([
      "code",
      "severity",
      "path",
      "message",
      "action",
      "remedy",
    ]);
  });

  it("makes the value safe and short", () => {
    const value = makeProblem("url-unsafe", {
      path: "a.md",
      value: `\u001b[31m${"x".repeat(500)}`,
    }).value;
    expect(value).toBe(`${"x".repeat(119)}…`);
  });

  it("ends its sentence where there is no value to show", () => {
    expect(makeProblem("front-matter-broken", { path: "a.md", value: "" }).message).toBe(
      "The front matter cannot be read here.",
    );
  });

  it("puts a value with dollar signs into the message as it is", () => {
    const { message } = makeProblem("url-unsafe", { path: "a.md", value: "$& $1" });
    expect(message).toBe("This address is not followed: $& $1.");
  });
});

describe("problemCodes", () => {
  it.for(problemCodes)("%s has three whole sentences", (code) => {
    const { message, action, remedy } = makeProblem(code, { path: "a.md", value: "x" });
    for (const sentence of [message, action, remedy]) expect(sentence).toMatch(/^[A-Zb].*\.$/);
  });

  it("are the only words that are codes", () => {
    expect(isProblemCode("id-duplicate")).toBe(true);
    expect(isProblemCode("constructor")).toBe(false);
  });
});
