import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { maxFrontMatter } from "../../src/front-matter/find-block.ts";
import type { FrontMatter } from "../../src/front-matter/front-matter.ts";
import { splitFrontMatter } from "../../src/front-matter/split-front-matter.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function split(text: string): FrontMatter {
  return splitFrontMatter(text, "a.md");
}

describe("hostile front matter", () => {
  it.for(["---js", "---javascript", "--- JavaScript", "---JS", "---coffee", "---ts"])(
    "runs nothing after %s, and keeps the body",
    (fence) => {
      const proof = join(temporaryFolder(), "ran");
      const text = `${fence}\n{ x: require("fs").writeFileSync(${JSON.stringify(proof)}, "") }\n---\nBody`;
      expect(split(text)).toMatchObject({
        format: "none",
        fields: {},
        body: "Body",
        bodyLine: 4,
        problems: [{ code: "front-matter-language", line: 1 }],
      });
      expect(existsSync(proof)).toBe(false);
    },
  );

  it("takes names that every object has for names of fields", () => {
    const text = "---\n__proto__: x\nconstructor:\n  prototype:\n    polluted: yes\n<<: y\n---\n";
    const { fields } = split(text);
    expect(Object.keys(fields)).toEqual(["__proto__", "constructor", "<<"]);
    expect(Object.getPrototypeOf(fields)).toBe(null);
    expect({}).not.toHaveProperty("polluted");
    expect(split('{"__proto__": {"polluted": 1}}\n').fields).not.toHaveProperty("polluted");
    expect(Object.keys(split('+++\n__proto__ = "x"\n+++\n').fields)).toEqual(["__proto__"]);
  });

  it("makes nothing of tags that would make something", () => {
    const { fields, problems } = split('---\na: !!js/function "function () {}"\nb: c\n---\n');
    expect(fields).toMatchObject({ a: '!!js/function "function () {}"', b: "c" });
    expect(problems).toMatchObject([{ code: "front-matter-broken", line: 2 }]);
  });

  it("refuses aliases, so that a few lines cannot stand for a billion values", () => {
    const bomb = [
      "a: &a [x, x]",
      ...[..."bcdefg"].map((n, i) => `${n}: &${n} [*${"abcdef"[i] ?? ""}, x]`),
    ];
    const { fields } = split(`---\n${bomb.join("\n")}\nself: &s [*s]\ntitle: A\n---\n`);
    expect(JSON.stringify(fields).length).toBeLessThan(500);
    expect(fields).toMatchObject({ title: "A", a: ["x", "x"], self: "&s [*s]" });
  });

  it("refuses ten thousand brackets without filling the stack", () => {
    expect(split(`---\na: ${"[".repeat(10_000)}\nb: c\n---\nBody`)).toMatchObject({
      fields: { b: "c" },
      body: "Body",
    });
  });

  it("is not slowed by tens of thousands of blank lines", () => {
    const text = `---\n${"\n".repeat(60_000)}title: A\n---\nBody`;
    expect(split(text)).toMatchObject({ fields: { title: "A" }, body: "Body", bodyLine: 60_004 });
    expect(split(text).problems).toMatchObject([
      { code: "front-matter-too-long", line: 1, value: "hundreds of blanks in a row" },
    ]);
  });

  it("reads only the beginning of front matter that is too long, and all of the body", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `key${String(index)}: value`);
    const { fields, body, problems } = split(`---\ntitle: A\n${lines.join("\n")}\n---\nBody`);
    expect(Object.keys(fields).length).toBeLessThan(maxFrontMatter / 10);
    expect(fields).toMatchObject({ title: "A", key0: "value" });
    expect(body).toBe("Body");
    expect(problems).toMatchObject([{ code: "front-matter-too-long", line: 1 }]);
  });

  it("stops parsing after many broken fields, and keeps the rest as they were written", () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `k${String(index)}: @`);
    const { fields, problems } = split(`---\n${lines.join("\n")}\n---\n`);
    expect(fields["k4999"]).toBe("@");
    expect(problems.length).toBeLessThan(100);
  });

  it("lists no more than so many faults, and says how many more there are", () => {
    const { problems } = split(`---\n${"a: 1\n".repeat(5_000)}---\n`);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({
      code: "key-duplicate",
      line: 53,
      value: "this is the first of 4949 more places",
    });
  });

  it("keeps a TOML name of very many parts as one", () => {
    const name = Array.from({ length: 10_000 }, () => "a").join(".");
    const { fields, problems } = split(`+++\nb = 1\n${name} = 2\n[${name}]\nc = 3\n+++\n`);
    expect(fields).toEqual({ b: "1", [name]: "2" });
    expect(problems.map(({ code }) => code)).toEqual(["front-matter-broken", "key-duplicate"]);
  });

  it("gives the same answer the second time, also for what cannot be read", () => {
    const text = "---\ntitle: a: b\n---\nBody";
    expect(split(text)).toEqual(split(text));
  });

  it("closes at a line that is a fence, not at one that begins with it", () => {
    expect(split("---\ntitle: A\nrule: x\n---\n---foo\nBody")).toMatchObject({
      body: "---foo\nBody",
    });
    expect(split("+++\na = '''\n---\n'''\n+++\nBody")).toMatchObject({
      fields: { a: "---\n" },
      body: "Body",
    });
  });
});
