import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstSentence, sentenceWithin, textWithin } from "../../src/article/sentences.ts";
import { trimSpace } from "../../src/text/clean-text.ts";
import { displayWidth } from "../../src/text/display-width.ts";
import { lineBreaks } from "../../src/text/line-breaks.ts";

describe("firstSentence", () => {
  it.for([
    ["The ferry left. Nobody waved.", "The ferry left."],
    ["“We wait.” She sat down.", "“We wait.”"],
    [
      "Mr. Sok of St. Paul met Dr. Meas at 5 p.m. on May 2. They talked.",
      "Mr. Sok of St. Paul met Dr. Meas at 5 p.m. on May 2.",
    ],
    ["J. B. Meas left. Then it rained.", "J. B. Meas left."],
    ["It cost $1.7618 billion, up 3.5%. More came.", "It cost $1.7618 billion, up 3.5%."],
    ["What now? Nobody knows.", "What now?"],
    ["No end here", "No end here"],
    ["船が出た。誰も手を振らなかった。", "船が出た。"],
    ["「待とう。」と彼女は言った。座った。", "「待とう。」と彼女は言った。"],
    ["សាឡាងចាកចេញ។ គ្មាននរណារង់ចាំ។", "សាឡាងចាកចេញ។"],
    ["Wait… and see. Then go.", "Wait… and see."],
  ])("of %s ends where a reader stops", ([text, sentence]) => {
    expect(firstSentence(text ?? "")).toBe(sentence);
  });
});

describe("sentenceWithin", () => {
  it("is the whole sentence without its full stop when it fits", () => {
    expect(sentenceWithin("The ferry left.", 100)).toBe("The ferry left");
    expect(sentenceWithin("Who pays?", 100)).toBe("Who pays?");
    expect(sentenceWithin("船が出た。", 100)).toBe("船が出た");
  });

  it("is cut at its last clause boundary that fits, without an ellipsis", () => {
    const sentence =
      "The two towns have signed several agreements on the river, as well as papers on roads, schools and the price of a crossing.";
    expect(sentenceWithin(sentence, 100)).toBe(
      "The two towns have signed several agreements on the river, as well as papers on roads",
    );
  });

  it("is not cut at a clause too short to stand for it, but after a word, with an ellipsis", () => {
    const sentence = `In Veal Chan, the ${"ferry ".repeat(30)}left`;
    const cut = sentenceWithin(sentence, 100);
    expect(cut).toMatch(/^In Veal Chan, the (?:ferry )+ferry…$/);
    expect(displayWidth(cut)).toBeLessThan(100);
  });

  it("counts columns, of which a Chinese character takes two", () => {
    const cut = sentenceWithin("船が川を渡って町に着くまでの長い長い時間".repeat(8), 100);
    expect(displayWidth(cut)).toBeLessThan(100);
    expect(cut.endsWith("…")).toBe(true);
  });
});

describe("textWithin", () => {
  it("ends where a line of the whole text may end, as far on as there is room", () => {
    const piece = fc.constantFrom(
      "ferry",
      "橋が開く",
      "ស្ពានថ្មី",
      "สะพานใหม่",
      "e\u0301",
      "🚢",
      "  ",
      ..." \t\u200ba2(“,-$—。",
    );
    const text = fc.array(piece, { minLength: 30, maxLength: 120 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 45, max: 120 }), (whole, length) => {
        const cut = textWithin(whole, length);
        fc.pre(whole.length > length);
        const ends = lineBreaks(whole.slice(0, length + 100).toWellFormed())
          .map((end) => trimSpace(whole.slice(0, end)).replace(/[\s,;:，、–—-]+$/u, ""))
          .filter((words) => words.length < length && words !== "");
        const last = ends.at(-1);
        // A word longer than the room is cut.
        fc.pre(last !== undefined);
        expect(cut).toBe(`${last}…`);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves short text alone and cuts long text after a word", () => {
    expect(textWithin("one two", 300)).toBe("one two");
    expect(textWithin("one two three", 10)).toBe("one two…");
  });

  it("cuts a word that is longer than all there is room for", () => {
    expect(textWithin("x".repeat(500), 300)).toBe(`${"x".repeat(299)}…`);
  });
});
