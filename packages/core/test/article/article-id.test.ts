import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeTimeOf, disambiguateId, idOfPath, safeId } from "../../src/article/article-id.ts";

describe("safeId", () => {
  it("leaves a code as it is", () => {
    expect(safeId("ART2411261158O4HJFJ")).toBe("ART2411261158O4HJFJ");
  });

  it.for([
    ["../../etc/passwd", "etc-passwd"],
    ["a/b\\c.d", "a-b-c-d"],
    ["  A B  ", "A-B"],
    ["\u001b[31mA", "A"],
    ["con", "article-con"],
    ["__proto__", "article-__proto__"],
    ["_none", "article-_none"],
    ["...", ""],
    ["_", ""],
    ["cafe\u0301", "café"],
    ["ស្ពាន ថ្មី", "ស្ពាន-ថ្មី"],
  ])("makes %j safe", ([text, id]) => {
    expect(safeId(text ?? "")).toBe(id);
  });

  it("tells long codes apart that begin alike", () => {
    const [one, two] = [safeId(`${"a".repeat(300)}1`), safeId(`${"a".repeat(300)}2`)];
    expect(one.length).toBeLessThanOrEqual(120);
    expect(one).not.toBe(two);
  });

  it("gives for any text an id that is one part of an address, and itself again", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })),
        (text) => {
          const id = safeId(text);
          expect(id).toMatch(/^[\p{L}\p{M}\p{N}_-]*$/u);
          expect(id.normalize("NFC")).toBe(id);
          expect(safeId(id)).toBe(id);
        },
      ),
    );
  });
});

describe("idOfPath", () => {
  it.for([
    ["000_0fc7078be6274077.txt", "000_0fc7078be6274077"],
    ["2024/11/ferry families.md", "2024-11-ferry-families"],
    ["ខ្មែរ/ស្ពាន.md", "ខ្មែរ-ស្ពាន"],
    ["v1.2 notes.md", "v1-2-notes"],
    ["a.md", "a"],
    ["news/ferry/index.md", "news-ferry"],
    ["news/ferry/index.km.md", "news-ferry-km"],
    ["news/_index.md", "news-_index"],
    ["index.md", "article-index"],
  ])("makes %s into %s", ([path, id]) => {
    expect(idOfPath(path ?? "")).toBe(id);
  });

  it("gives a file without a letter in its name an id all the same", () => {
    expect(idOfPath("….md")).toMatch(/^article-\w{10}$/);
    expect(idOfPath("….md")).not.toBe(idOfPath("!.md"));
  });
});

describe("disambiguateId", () => {
  it("adds a part of the path's hash, the same on every machine", () => {
    expect(disambiguateId("ART1", "2024/a.md")).toBe("ART1~2v2lhj40bo");
    expect(disambiguateId("ART1", "2024/b.md")).not.toBe(disambiguateId("ART1", "2024/a.md"));
  });

  it("gives an id of the same length and letters that no code or path gives", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        (text, path) => {
          const id = disambiguateId(safeId(text) || "a", path);
          expect(id).toMatch(/^[\p{L}\p{M}\p{N}_-]+~[0-9a-z]{10}$/u);
          expect(id.length).toBeLessThanOrEqual(120);
          expect(safeId(id)).not.toBe(id);
        },
      ),
    );
  });
});

describe("codeTimeOf", () => {
  it("reads the minute that a code holds, without a zone", () => {
    expect(codeTimeOf("ART2411261158O4HJFJ")).toEqual({
      written: "2411261158",
      local: "2024-11-26T11:58",
      precision: "minute",
      offset: null,
    });
  });

  it("reads it before a suffix that begins with a digit", () => {
    expect(codeTimeOf("ART24010308388K7QM2X")?.local).toBe("2024-01-03T08:38");
  });

  it.for(["ART2402301158O4", "ART2411262458O4", "ART241126", "2411261158", "story-2411261158"])(
    "finds none in %s",
    (code) => {
      expect(codeTimeOf(code)).toBe(undefined);
    },
  );
});
