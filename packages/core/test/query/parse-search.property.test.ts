import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalQuery } from "../../src/query/canonical-query.ts";
import { formatText } from "../../src/query/format-text.ts";
import { parseSearch } from "../../src/query/parse-text.ts";
import { everything, type TextNode } from "../../src/query/query.ts";
import { searchFields } from "../../src/query/search-fields.ts";
import { cleanText } from "../../src/text/clean-text.ts";
import { allOf, anyOf, noneOf } from "../../src/query/tree.ts";

const clock = { timeZone: "America/New_York", nowMs: Date.UTC(2024, 10, 26, 1) };

const pieces = [
  ...searchFields.flatMap(({ name, example }) => [`${name}:`, example]),
  ...'()（）"“”„«»「」-−*＊,: ：\u200b\u00a0'.split(""),
  "AND",
  "OR",
  "NOT",
  "..",
  "bridge",
  "ស្ពានថ្មី",
  "新しい橋",
  "الجسر",
  "ß",
  "2024",
  "last",
  "https://example.com/a/the-new-bridge",
  "…",
  "lang: en",
  "week",
];
const someText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(" ")),
);

const inField = fc.constantFrom({}, { field: "headline" as const });
const someWords = fc.constantFrom("bridge", "2024", "or", "橋", "title", "ស្ពាន");
const word = fc
  .tuple(someWords, fc.boolean(), inField)
  .map(([text, prefix, field]): TextNode => ({ type: "word", text, prefix, ...field }));
const phrase = fc
  .tuple(
    fc.array(fc.constantFrom("new", "bridge", "2024"), { minLength: 1, maxLength: 3 }),
    inField,
  )
  .map(([all, field]): TextNode => ({ type: "phrase", text: all.join(" "), ...field }));
const filter = fc.constantFrom<TextNode>(
  { type: "filter", field: "section", value: "asia-pacific", prefix: false },
  { type: "filter", field: "tag", value: "_none", prefix: false },
  { type: "filter", field: "author", value: "ស្រី", prefix: true },
  { type: "filter", field: "source", value: "[::1]", prefix: false },
  { type: "filter", field: "lang", value: "zh-Hant", prefix: false },
  { type: "filter", field: "has", value: "image", prefix: false },
);
const instant = fc.integer({ min: -8.64e15, max: 8.64e15 });
const date = fc
  .uniqueArray(instant, { minLength: 2, maxLength: 2 })
  .map((both) => both.toSorted((a, b) => a - b))
  .chain(([fromMs = 0, toMs = 0]) =>
    fc.constantFrom<TextNode>(
      { type: "date", fromMs, toMs },
      { type: "date", fromMs },
      { type: "date", toMs },
    ),
  );
const tree = fc.letrec<{ tree: TextNode }>((tie) => {
  const some = fc.array(tie("tree"), { minLength: 2, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(word, phrase, filter, date),
      tie("tree").map(noneOf),
      some.map((nodes) => allOf(nodes) ?? nodes[0]!),
      some.map((nodes) => anyOf(nodes) ?? nodes[0]!),
    ),
  };
}).tree;

test("a tree that is printed and read again is the same tree, on any day and in any zone", () => {
  fc.assert(
    fc.property(tree, (node) => {
      fc.pre(formatText(node).length <= 1_000 && leaves(node) <= 32);
      const { node: again, warnings } = parseSearch(formatText(node));
      expect(again).toEqual(node);
      expect(warnings).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

function leaves(node: TextNode): number {
  if (node.type === "not") return leaves(node.node);
  if (node.type !== "and" && node.type !== "or") return 1;
  return node.nodes.reduce((sum, each) => sum + leaves(each), 0);
}

test("any text is a search, and what it means is read again as the same, without a warning", () => {
  fc.assert(
    fc.property(someText, (text) => {
      const { node } = parseSearch(text, clock);
      if (node === undefined) return;
      const { node: again, warnings } = parseSearch(formatText(node), clock);
      expect(again).toEqual(node);
      expect(warnings.filter(({ code }) => code !== "date-as-words")).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("no warning repeats what steers a terminal", () => {
  const steering = fc.constantFrom("\u001b[31m", "\u202e", "\u0007", "\r");
  const typed = fc.tuple(fc.constantFrom(...pieces), steering, fc.constantFrom(...pieces));
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 4 }), (parts) => {
      const { warnings } = parseSearch(parts.flat().join(""), clock);
      for (const { message, suggestion = "" } of warnings)
        expect(cleanText(message + suggestion)).toBe(message + suggestion);
    }),
  );
});

test("warnings and parts lie within the text; parts follow each other", () => {
  fc.assert(
    fc.property(someText, (text) => {
      const { warnings, spans } = parseSearch(text, clock);
      for (const { offset, length } of warnings) {
        expect(offset >= 0 && length > 0 && offset + length <= text.length).toBe(true);
      }
      let last = 0;
      for (const { start, end } of spans) {
        expect(start >= last && end > start && end <= text.length).toBe(true);
        last = end;
      }
      const marked = new Set(spans.flatMap(({ start, end }) => range(start, end)));
      const unmarked = [...text].filter(
        (character, place) => /\w/.test(character) && !marked.has(place),
      );
      if (/^[\0-\x7f]*$/.test(text)) expect(unmarked).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

test("the order of what must all or any of it match does not change a question", () => {
  fc.assert(
    fc.property(tree, (node) => {
      const turned = (each: TextNode): TextNode =>
        each.type === "and" || each.type === "or"
          ? { ...each, nodes: each.nodes.map(turned).toReversed() }
          : each.type === "not"
            ? { ...each, node: turned(each.node) }
            : each;
      const [one, other] = [node, turned(node)].map((text) =>
        canonicalQuery({ ...everything, text }),
      );
      expect(one).toBe(other);
    }),
  );
});

test("a search is the same on machines in any time zone", () => {
  const source = join(import.meta.dirname, "../../src/query/parse-text.ts");
  const program = `
    import { parseSearch } from ${JSON.stringify(source)};
    const typed = ["date:today", "after:last week", "since:march", "until:2024-11-03", "date:3m", "date:2024-W01..monday"];
    const zones = ["UTC", "Asia/Phnom_Penh", "America/New_York"];
    console.log(JSON.stringify(zones.flatMap((timeZone) =>
      typed.map((each) => parseSearch(each, { timeZone, nowMs: ${clock.nowMs} })))));`;
  const [utc, ...others] = ["UTC", "Asia/Phnom_Penh", "America/New_York"].map((zone) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    }),
  );
  expect(utc).toContain("fromMs");
  for (const other of others) expect(other).toBe(utc);
});
