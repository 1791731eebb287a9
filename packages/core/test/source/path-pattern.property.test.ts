import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitsPattern,
  mayFitBelow,
  namesIn,
  type PathPattern,
  readPattern,
} from "../../src/source/path-pattern.ts";

function pattern(written: string): PathPattern {
  const read = readPattern(written);
  if (read === undefined) throw new Error(`${written} is no pattern`);
  return read;
}

function fits(written: string, path: string): boolean {
  return fitsPattern(pattern(written), namesIn(path));
}

/** The same rules as a regular expression, which may take as long as it likes. */
function expected(written: string, path: string): boolean {
  const source = written
    .split("/")
    .map((name) =>
      name === "**" ? "(?:[^/]+/)*" : `${name.replaceAll("*", "[^/]*").replaceAll("?", "[^/]")}/`,
    )
    .join("");
  return new RegExp(`^${source}(?:[^/]+/)*$`, "u").test(`${path}/`);
}

const aName = fc.string({ unit: fc.constantFrom("a", "b", "ខ", "😀"), minLength: 1, maxLength: 4 });
const aPath = fc.array(aName, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
const aPart = fc.oneof(
  fc.constant("**"),
  fc
    .string({ unit: fc.constantFrom("a", "b", "ខ", "*", "?"), minLength: 1, maxLength: 5 })
    .filter((name) => name !== "**"),
);
const aPattern = fc.array(aPart, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("/"));

describe("a pattern of paths", () => {
  it("fits what its rules say", () => {
    fc.assert(
      fc.property(aPattern, aPath, (written, path) => {
        expect(fits(written, path)).toBe(expected(written, path));
      }),
      { numRuns: 500 },
    );
  });

  it("that fits something in a folder is never taken to fit nothing there", () => {
    fc.assert(
      fc.property(aPattern, aPath, aName, (written, folder, name) => {
        fc.pre(fits(written, `${folder}/${name}`));
        expect(mayFitBelow(pattern(written), namesIn(folder))).toBe(true);
      }),
    );
  });

  it.for([
    ["drafts", "drafts/a.md", true],
    ["drafts/", "drafts/2024/a.md", true],
    ["./drafts", "drafts/a.md", true],
    ["/drafts", "old/drafts/a.md", false],
    ["**/drafts", "old/drafts/a.md", true],
    ["*.txt", "a.txt", true],
    ["*.txt", "2024/a.txt", false],
    ["**/*.txt", "a.txt", true],
    ["2024/*/a.md", "2024/11/a.md", true],
    ["2024/*/a.md", "2024/11/12/a.md", false],
    ["a?c.md", "a😀c.md", true],
    ["A.md", "a.md", false],
    ["caf\u00e9.md", "cafe\u0301.md", true],
  ] as const)("%s and %s: %s", ([written, path, isFit]) => {
    expect(fits(written, path)).toBe(isFit);
  });

  it("looks into no folder in which nothing can fit", () => {
    expect(mayFitBelow(pattern("2024/*.md"), namesIn("2025"))).toBe(false);
    expect(mayFitBelow(pattern("2024/11/a.md"), namesIn("2024/11"))).toBe(true);
    expect(mayFitBelow(pattern("2024/11/a.md"), namesIn("2024/12"))).toBe(false);
  });

  it.for(["", "/", "a//b", "../a", "a/./b", "!a", "a[b]", "{a,b}", "a\\b", "a".repeat(1_001)])(
    "%s is none",
    (written) => {
      expect(readPattern(written)).toBeUndefined();
    },
  );

  it("takes steps in proportion to its own length and the path's, however often it begins again", () => {
    const many = pattern(`${"**/a*a*a*/".repeat(15)}a*a*a*b`);
    const path = namesIn(`${"a".repeat(200)}/`.repeat(20) + "d");
    let looks = 0;
    const counted = path.map(
      (name) =>
        new Proxy(name, {
          get: (target, key) => {
            looks++;
            return Reflect.get(target, key);
          },
        }),
    );
    expect(fitsPattern(many, counted)).toBe(false);
    expect(looks).toBeLessThan(many.flat().length * path.flat().length);
  });
});
