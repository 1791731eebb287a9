import { describe, expect, it } from "vitest";
import { problemsOf, split } from "./split.ts";

describe("a block that cannot be read whole", () => {
  it("keeps each field of TOML in its table, with the characters that were written", () => {
    const text = `+++
title = "A
date = 2024-05-01T10:00:00Z
[author]
name = "Srey
since = 1.10
born = 1990-05-01
[[extra.links]]
number = 1_000
[[extra.links]]
list = [1, 2.50,
  0x1F]
inner = { at = 07:32:00, off = 2024-05-01T10:00:00.5+07:00 }
+++
Body`;
    expect(split(text)).toMatchObject({
      fields: {
        title: "A",
        date: "2024-05-01T10:00:00Z",
        author: { name: "Srey", since: "1.10", born: "1990-05-01" },
        extra: {
          links: [
            { number: "1_000" },
            {
              list: ["1", "2.50", "0x1F"],
              inner: { at: "07:32:00", off: "2024-05-01T10:00:00.5+07:00" },
            },
          ],
        },
      },
      body: "Body",
    });
    expect(Object.keys(split(text).fields)).toEqual(["title", "date", "author", "extra"]);
    expect([...split(text).lines.values()]).toEqual([2, 3, 4, 8]);
    expect(problemsOf(text)).toEqual([
      'front-matter-broken 2:9 title = "A',
      'front-matter-broken 5:8 name = "Srey',
    ]);
  });

  it("lets the first of two TOML values with one name hold, also of a dotted name and a table", () => {
    const text = "+++\na.b = 1\nx = 2\na.b = 3\n[x]\ny = 4\n[a]\nb = 5\nc = 6\n+++\n";
    expect(split(text).fields).toEqual({ a: { b: "1", c: "6" }, x: "2" });
    expect(problemsOf(text)).toEqual([
      "key-duplicate 4:1 a.b",
      "key-duplicate 5:1 [x]",
      "key-duplicate 8:1 b",
    ]);
  });

  it("takes a bracket of TOML that is never closed for the end of its own line", () => {
    expect(split('+++\ntags = ["a", "b"\n[author]\nname = "C"\n+++\n').fields).toEqual({
      tags: '["a", "b"',
      author: { name: "C" },
    });
  });

  it("keeps each field of YAML in its map", () => {
    const text =
      "---\nauthor:\n  name: Srey: Veal\n  deep:\n    a: b: c\n    d: e\ntitle: A\n---\n";
    expect(split(text).fields).toEqual({
      author: { name: "Srey: Veal", deep: { a: "b: c", d: "e" } },
      title: "A",
    });
    expect(problemsOf(text)).toEqual([
      "front-matter-broken 3:13 name: Srey: Veal",
      "front-matter-broken 5:9 a: b: c",
    ]);
  });

  it("shows the last line that holds anything where an end is missing", () => {
    const text = "---\ntitle: A\ntags: [a, b\n\n---\n";
    expect(problemsOf(text)).toEqual(["front-matter-broken 3:12 tags: [a, b"]);
  });

  it("keeps each field of JSON in its object", () => {
    const text =
      '{\n "title": "A",\n "author": {\n  "name": "B",\n  "n": tru,\n  "z": [1.10]\n },\n "tags": ["a"\n  "b"],\n "title": 1\n}\nBody';
    expect(split(text)).toMatchObject({ body: "Body" });
    expect(split(text).fields).toEqual({
      title: "A",
      author: { name: "B", n: "tru", z: ["1.10"] },
      tags: '["a" "b"]',
    });
    expect(problemsOf(text)).toEqual([
      'front-matter-broken 5:8 "n": tru,',
      'front-matter-broken 9:3 "b"],',
      "key-duplicate 10:2 title",
    ]);
  });
});
