import { describe, expect, it } from "vitest";
import { parameters } from "../../src/query/parameters.ts";
import { parseQuery } from "../../src/query/parse-query.ts";

describe("the table of parameters", () => {
  it("names every parameter once, and no other name for it is a parameter", () => {
    const names = parameters.map((parameter) => parameter.name);
    const others = parameters.flatMap((parameter) => parameter.alsoCalled);
    expect(new Set([...names, ...others]).size).toBe(names.length + others.length);
  });

  it.for(parameters)("gives an example of $name that is understood", ({ name, example }) => {
    const beside: [string, string][] = name === "q" ? [] : [["q", "bridge"]];
    const { problems, entries } = parseQuery([...beside, [name, example]], { timeZone: "UTC" });
    expect(problems).toEqual([]);
    expect(entries.map(([given]) => given)).toContain(name);
  });

  it("names flags as parameters are named", () => {
    for (const { name, flag } of parameters) expect(flag ?? `--${name}`).toBe(`--${name}`);
  });

  it("takes the words of a search without a flag", () => {
    expect(parameters.filter(({ flag }) => flag === undefined).map(({ name }) => name)).toEqual([
      "q",
    ]);
  });
});
