import { describe, expect, it } from "vitest";
import { problemsOf, split } from "./split.ts";

describe("YAML", () => {
  it("gives text for every scalar, lists, and named values", () => {
    const text = `---
title: "Ferries stop"
number: 007
version: 1.10
draft: true
date: 2024-11-26
empty:
tags: [river, 'bridge']
authors:
  - Srey Veal
  - name: Dara Meas
image:
  url: a.jpg
---
Body`;
    expect(split(text)).toMatchObject({
      format: "yaml",
      fields: {
        title: "Ferries stop",
        number: "007",
        version: "1.10",
        draft: "true",
        date: "2024-11-26",
        empty: "",
        tags: ["river", "bridge"],
        authors: ["Srey Veal", { name: "Dara Meas" }],
        image: { url: "a.jpg" },
      },
      body: "Body",
      bodyLine: 15,
      problems: [],
    });
  });

  it("says on which line each outermost field stands, however the block is read", () => {
    const simple = split("---\n# note\ntitle: A\n\ntags:\n- x\n---\n");
    expect([...simple.lines]).toEqual([
      ["title", 3],
      ["tags", 5],
    ]);
    const whole = split("\n---\ntitle: >\n  A\n  B\n'second key': {a: b}\n---\n");
    expect([...whole.lines]).toEqual([
      ["title", 3],
      ["second key", 6],
    ]);
  });

  it("reads texts over several lines as YAML does", () => {
    expect(
      split("---\na: |\n  one\n  two\nb: >\n  one\n  two\nc: one\n  two\n---\n").fields,
    ).toMatchObject({
      a: "one\ntwo\n",
      b: "one two\n",
      c: "one two",
    });
  });

  it("closes with ... as well, and with spaces after the fence", () => {
    expect(split("---  \ntitle: A\n...\nBody")).toMatchObject({
      fields: { title: "A" },
      body: "Body",
    });
    expect(split("---\ntitle: A\n---\t \nBody")).toMatchObject({ body: "Body", bodyLine: 4 });
  });

  it("keeps every other field when one cannot be read, and that one as it was written", () => {
    const text =
      "---\ntitle: Growers: shell at home\ndate: 2024-09-20\ntags: [a, b\nlanguage: en\n---\nBody";
    expect(split(text)).toMatchObject({
      fields: {
        title: "Growers: shell at home",
        date: "2024-09-20",
        tags: "[a, b",
        language: "en",
      },
      body: "Body",
    });
    expect(problemsOf(text)).toEqual([
      "front-matter-broken 2:15 title: Growers: shell at home",
      "front-matter-broken 4:12 tags: [a, b",
    ]);
  });

  it("lets the first of two equal keys hold", () => {
    expect(split("---\ncategory: A\ntitle: B\ncategory: C\n---\n").fields).toMatchObject({
      category: "A",
    });
    expect(problemsOf("---\ncategory: A\ntitle: B\ncategory: C\n---\n")).toEqual([
      "key-duplicate 4:1 category",
    ]);
  });

  it("reads a quoted text whose second line is not indented, as most tools do", () => {
    const text = '---\ntitle: "From the ferry:\nto the bridge"\ndate: 2024\n---\n';
    expect(split(text)).toMatchObject({
      fields: { title: "From the ferry: to the bridge", date: "2024" },
      problems: [],
    });
  });

  it("reads a quotation mark that is never closed without losing the next field", () => {
    expect(split('---\ntitle: "Ferries\ndate: 2024\n---\n').fields).toMatchObject({
      title: "Ferries",
      date: "2024",
    });
  });

  it("reads a header that is never closed up to the first blank line", () => {
    const text = "---\ntitle: A\ntags:\n  - b\n\nBody";
    expect(split(text)).toMatchObject({
      fields: { title: "A", tags: ["b"] },
      body: "\nBody",
      bodyLine: 5,
    });
    expect(problemsOf(text)).toEqual(["front-matter-unclosed 1"]);
  });

  it("needs no fence before it where two fields or more stand above one", () => {
    expect(split("title: A\ndate: 2024-01-02\ntags:\n- x\n---\nBody")).toMatchObject({
      format: "yaml",
      fields: { title: "A", date: "2024-01-02", tags: ["x"] },
      lines: new Map([
        ["title", 1],
        ["date", 2],
        ["tags", 3],
      ]),
      body: "Body",
      bodyLine: 6,
      problems: [],
    });
  });

  it.for([
    "Title: one line above hyphens\n---\nBody",
    "One: a\nTwo: b\n---\nBody",
    "Title: a\n\nDate: b\n---\nBody",
    "Title: a\nDate: b and\nno field\n---\nBody",
  ])("needs a fence before it in %j, which may be text", (text) => {
    expect(split(text)).toMatchObject({ format: "none", body: text });
  });

  it("reads front matter after blank lines, and notes it", () => {
    expect(split("\n\n---\ntitle: A\n---\nBody")).toMatchObject({
      fields: { title: "A" },
      bodyLine: 6,
    });
    expect(problemsOf("\n\n---\ntitle: A\n---\n")).toEqual(["front-matter-not-first 3"]);
  });

  it("takes an empty block for front matter without fields", () => {
    expect(split("---\n---\nBody")).toMatchObject({ format: "yaml", body: "Body", bodyLine: 3 });
    expect(split("---\n# only a note\n---\nBody")).toMatchObject({ body: "Body", problems: [] });
  });
});

describe("TOML", () => {
  it("is read between +++ and after ---toml, with scalars as they were written", () => {
    const inner =
      'title = "A"\ndate = 1979-05-27 07:32:00\nbig = 12345678901234567890\nf = 1.10\n[extra]\nn = 1';
    const fields = {
      title: "A",
      date: "1979-05-27 07:32:00",
      big: "12345678901234567890",
      f: "1.10",
      extra: { n: "1" },
    };
    expect(split(`+++\n${inner}\n+++\nBody`)).toMatchObject({
      format: "toml",
      fields,
      body: "Body",
    });
    expect(split(`---toml\n${inner}\n---\nBody`)).toMatchObject({
      format: "toml",
      fields,
      body: "Body",
    });
  });

  it("keeps every other field when one cannot be read", () => {
    expect(split('+++\ntitle = "A\ndate = 2024-01-02\n+++\nBody')).toMatchObject({
      fields: { title: "A", date: "2024-01-02" },
      body: "Body",
      problems: [{ code: "front-matter-broken", line: 2, column: 9 }],
    });
  });
});

describe("what cannot be read", () => {
  it("is never left out in silence: a line before the first field", () => {
    expect(problemsOf("---\n# note\n{ title: A\n---\n")).toContain(
      "front-matter-broken 3:1 { title: A",
    );
  });

  it("is never left out in silence: fields that are sound only each by itself", () => {
    const text = "+++\na = [1]\nb = 2\n[[a]]\nc = 3\n+++\n";
    expect(split(text).fields).toMatchObject({ b: "2" });
    expect(problemsOf(text)).toEqual(["key-duplicate 4:1 [[a]]"]);
  });
});

describe("JSON", () => {
  it("is read after ---json and without fences", () => {
    const inner = '{\n  "title": "A",\n  "n": 1.10\n}';
    const fields = { title: "A", n: "1.10" };
    expect(split(`---json\n${inner}\n---\nBody`)).toMatchObject({
      format: "json",
      fields,
      body: "Body",
    });
    const bare = split(`${inner}\nBody`);
    expect(bare).toMatchObject({ format: "json", fields, body: "Body", bodyLine: 5 });
    expect([...bare.lines]).toEqual([
      ["title", 2],
      ["n", 3],
    ]);
  });

  it("keeps every other field when one cannot be read", () => {
    expect(split('{\n  "title": "A",\n  "n": tru,\n  "z": "B"\n}\nBody')).toMatchObject({
      fields: { title: "A", n: "tru", z: "B" },
      body: "Body",
      problems: [{ code: "front-matter-broken", line: 3 }],
    });
  });

  it("is not seen in a text that begins with a brace", () => {
    expect(split("{note} A text.")).toMatchObject({ format: "none", body: "{note} A text." });
    expect(split('{"a": 1} and more')).toMatchObject({ format: "none" });
  });
});

describe("a text without front matter", () => {
  it.for([
    "",
    "Just text.\n",
    "--- text after three hyphens\n",
    "---hello\n---\n",
    "---abc",
    "----\ntitle: A\n----\n",
    "---\n\nNote: prose after a rule.\n\nMore prose.\n",
    "+++\nplus signs\n",
    "---constructor\na: b\n---\n",
    "---toString\na: b\n---\n",
    "---__proto__\na: b\n---\n",
    "---hasOwnProperty\na: b\n---\n",
    "---valueOf\na: b\n---\n",
  ])("is all body: %j", (text) => {
    expect(split(text)).toMatchObject({ format: "none", fields: {}, body: text, bodyLine: 1 });
  });

  it("keeps text between two rules, with a note", () => {
    for (const text of ["---\nhello\n---\nworld", "---\n- a\n- b\n---\nworld"]) {
      expect(split(text)).toMatchObject({ format: "none", body: text });
      expect(problemsOf(text)).toEqual(["front-matter-no-fields 1"]);
    }
  });
});
