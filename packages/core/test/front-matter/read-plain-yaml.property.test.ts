import fc from "fast-check";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { readPlainYaml } from "../../src/front-matter/read-plain-yaml.ts";

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("word", "ស្ពាន", "橋", "2024-11-26", "13:41", "1.10", "true", "~"),
  },
  fc.constantFrom(
    ..."-?:,[]{}#&*!|>'\"%@`\\ \t.=/<~",
    ": ",
    " #",
    "''",
    '""',
    "- ",
    "\u00a0",
    "<<",
    "...",
  ),
);
const value = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(""));
const quoted = fc.oneof(
  value,
  value.map((text) => `"${text}"`),
  value.map((text) => `'${text}'`),
  fc.array(value, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
);
const name = fc.constantFrom(
  "title",
  "a",
  "b_c",
  "d-e",
  "x y",
  "__proto__",
  "1",
  "ចំណងជើង",
  "",
  "- a",
);
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(name, quoted).map(([key, text]) => `${key}: ${text}`) },
  name.map((key) => `${key}:`),
  fc.tuple(fc.constantFrom("- ", "  - ", "    - ", "-"), quoted).map((parts) => parts.join("")),
  fc.constantFrom("", "# note", "  # note", "  more text", "---", "..."),
  quoted,
);
const block = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));

describe("readPlainYaml", () => {
  it("reads a block exactly as the whole parser does, or not at all", () => {
    let read = 0;
    fc.assert(
      fc.property(block, (source) => {
        const plain = readPlainYaml(source);
        if (plain === undefined || Object.keys(plain.fields).length === 0) return;
        read++;
        expect({ ...plain.fields }).toEqual(load(source, { schema: FAILSAFE_SCHEMA }));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it("reads what articles have, so that the whole parser is rarely needed", () => {
    const source = `layout: post
code: "ART2411261346E3NV8A"
title: "Ferry families ask who pays"
date: 2024-11-26T08:20:03.146Z
tags: [river, bridge]
authors:
  - Srey Veal`;
    expect(readPlainYaml(source)?.fields).toEqual(load(source, { schema: FAILSAFE_SCHEMA }));
  });

  it("notes the line of each field", () => {
    expect([...(readPlainYaml("\na: b\n\nc:\n- d")?.lines ?? [])]).toEqual([
      ["a", 1],
      ["c", 3],
    ]);
  });
});
