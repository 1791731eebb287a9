import { describe, expect, it } from "vitest";
import { problemsOf, split } from "./split.ts";

describe("escapes", () => {
  it.for([
    ["YAML", '---\n"k\\e[1m": "x\\e[31my"\nb: ["\\u202e"]\n---\n', 3],
    ["TOML", '+++\n"k\\u001b[1m" = "x\\u001b[31my"\nb = ["\\u202e"]\n+++\n', 3],
    ["JSON", '{\n"k\\u001b[1m": "x\\u001b[31my",\n"b": ["\\u202e"]\n}\n', 3],
  ] as const)("of %s make nothing that steers or hides, and are reported", ([, text, line]) => {
    expect(split(text).fields).toEqual({ k: "xy", b: [""] });
    expect([...split(text).lines.keys()]).toEqual(["k", "b"]);
    const [first, second] = problemsOf(text);
    expect(first).toMatch(/^control-characters 2:3 U\+001B$/);
    expect(second).toMatch(new RegExp(`^control-characters ${String(line)}:\\d+ U\\+202E$`));
  });

  it("make half a character only where it is reported", () => {
    expect(split('{"a": "\\ud800", "b": "\\ud83d\\ude00"}\n').fields).toEqual({
      a: "\ufffd",
      b: "😀",
    });
    expect(problemsOf('{"b": "\\ud83d\\ude00", "a": "\\ud800"}\n')).toEqual([
      "control-characters 1:29 U+D800",
    ]);
  });

  it("that make two names one leave the first", () => {
    const text = '{"a\\u0007": 1, "a": 2}\n';
    expect(split(text).fields).toEqual({ a: "1" });
    expect(problemsOf(text)).toEqual(["control-characters 1:4 U+0007", "key-duplicate 1 a"]);
  });
});
