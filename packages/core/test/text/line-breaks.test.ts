import { describe, expect, it } from "vitest";
import { breakLines, lineBreaks, wrapText } from "../../src/text/line-breaks.ts";

describe("wrapping a text", () => {
  it("ends lines between words and leaves out the spaces there", () => {
    expect(wrapText("The ferry leaves at nine.", 10)).toEqual(["The ferry", "leaves at", "nine."]);
  });

  it("keeps the line breaks of the text, empty lines among them", () => {
    expect(wrapText("one\n\ntwo", 20)).toEqual(["one", "", "two"]);
  });

  it("gives one empty line for an empty text", () => {
    expect(wrapText("", 20)).toEqual([""]);
  });

  it("breaks after a hyphen and a long dash, not before them", () => {
    expect(wrapText("vice-foreign minister", 6)).toEqual(["vice-", "foreig", "n", "minist", "er"]);
    expect(wrapText("one—two", 5)).toEqual(["one—", "two"]);
  });

  it("does not break at a no-break space or a word joiner", () => {
    expect(wrapText("pay 300\u00a0riel now", 8)).toEqual(["pay", "300\u00a0riel", "now"]);
    expect(wrapText("ab cd\u2060ef", 5)).toEqual(["ab", "cd\u2060ef"]);
  });

  it("cuts a word that is wider than a line", () => {
    expect(wrapText("see https://example.org/ferry", 10)).toEqual([
      "see",
      "https://ex",
      "ample.org/",
      "ferry",
    ]);
  });

  it("divides Khmer, Thai, Lao, Burmese, Chinese and Japanese between words", () => {
    expect(wrapText("ស្ពានថ្មីនឹងបើកឆ្នាំក្រោយ", 12, "km")).toEqual(["ស្ពានថ្មីនឹងបើក", "ឆ្នាំក្រោយ"]);
    expect(wrapText("สะพานใหม่จะเปิดปีหน้า", 12, "th")).toEqual(["สะพานใหม่จะ", "เปิดปีหน้า"]);
    expect(wrapText("ຂົວໃໝ່ຈະເປີດປີໜ້າ", 9, "lo").length).toBeGreaterThan(1);
    expect(wrapText("တံတားသစ်ကိုဖွင့်မည်", 8, "my").length).toBeGreaterThan(1);
    expect(wrapText("新桥将于明年开放", 10, "zh")).toEqual(["新桥将于", "明年开放"]);
    expect(wrapText("新しい橋が来年開通します", 12, "ja")).toEqual([
      "新しい橋が",
      "来年開通し",
      "ます",
    ]);
  });

  it("begins no line with closing punctuation and ends none with an opening bracket", () => {
    for (let columns = 12; columns < 30; columns++) {
      for (const line of wrapText(
        "橋は「来年、開通します。」と町長は（先月）述べた。",
        columns,
        "ja",
      )) {
        expect(line).not.toMatch(/^[、。」）]/u);
        expect(line).not.toMatch(/[「（]$/u);
      }
      for (const line of wrapText("ស្ពានថ្មី។ អ្នកភូមិរីករាយៗ។ ទូកដរឈប់ហើយ។", columns, "km")) {
        expect(line).not.toMatch(/^[។ៗ]/u);
      }
    }
  });

  it("keeps French quotation marks with what they enclose", () => {
    expect(wrapText("il dit « oui » à tous", 8)).toEqual(["il dit", "« oui »", "à tous"]);
  });

  it("breaks at zero-width spaces and leaves them out", () => {
    expect(wrapText("abc\u200bdef\u200bghi", 6)).toEqual(["abcdef", "ghi"]);
  });

  it("falls back on the script for a language that is no language tag", () => {
    expect(wrapText("新桥将于明年开放", 10, "not a tag!")).toEqual(["新桥将于", "明年开放"]);
  });

  it("takes linear time for a hundred thousand no-break spaces", () => {
    expect(breakLines(`a${"\u00a0".repeat(100_000)}b`, 100_002)).toEqual([
      { start: 0, end: 100_002 },
    ]);
  });

  it("says where each line stands in the text", () => {
    const text = "one two\nthree";
    expect(breakLines(text, 4).map(({ start, end }) => text.slice(start, end))).toEqual([
      "one",
      "two",
      "thre",
      "e",
    ]);
  });

  it("lists the places where a line may end, the end of the text last", () => {
    expect(lineBreaks("a b c")).toEqual([2, 4, 5]);
  });
});
