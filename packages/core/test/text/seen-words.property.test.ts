import fc from "fast-check";
import { expect, test } from "vitest";
import { SeenWords } from "../../src/text/seen-words.ts";

const word = fc
  .string({ unit: fc.constantFrom("a", "b", "ខ", "\u{20000}", "\uffff", "0"), minLength: 1 })
  .map((letters) => letters.replaceAll(" ", ""));

test("a word is new once, as in a set", () => {
  const lines = fc.array(fc.array(fc.oneof(word, fc.nat({ max: 400 }).map(String))), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(lines, fc.nat({ max: 20 }), (given, cleared) => {
      const seen = new SeenWords();
      const set = new Set<string>();
      for (const [index, words] of given.entries()) {
        if (index === cleared) {
          seen.clear();
          set.clear();
        }
        const expected = words.filter((each) => !set.has(each) && set.add(each));
        const found: string[] = [];
        expect(seen.add(words.join(" "), (each) => found.push(each))).toBe(words.length);
        expect(found).toEqual(expected);
        expect(seen.size).toBe(set.size);
      }
    }),
  );
});

test("a very long word, and very many words, are remembered", () => {
  const seen = new SeenWords();
  const long = "x".repeat(100_000);
  const many = Array.from({ length: 50_000 }, (_, index) => String(index)).join(" ");
  const found: string[] = [];
  expect(seen.add(`${long} ${many} ${long}y`, (each) => found.push(each))).toBe(50_002);
  expect(found).toHaveLength(50_002);
  expect(seen.add(`${many} ${long}`, (each) => found.push(each))).toBe(50_001);
  expect(found).toHaveLength(50_002);
});
