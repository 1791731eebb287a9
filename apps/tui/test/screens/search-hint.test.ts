import { describe, expect, it } from "vitest";
import { foot } from "../../src/screens/foot.ts";
import { searchHint } from "../../src/screens/search-hint.ts";
import { searchLine } from "../../src/screens/search-line.ts";
import { inLibrary } from "../library.ts";
import { barText } from "../screen-text.ts";

const typing = (text: string, columns = 80, rows = 24) =>
  ({
    ...inLibrary(columns, rows),
    focus: "search",
    search: { text, cursor: text.length },
  }) as const;

const hintText = (text: string, columns: number): string =>
  searchHint(typing(text), columns)
    .map(([piece]) => piece)
    .join("");

describe("the row under the search", () => {
  it("says what is odd in whole sentences, and the key that mends it", () => {
    expect(hintText("sektion:x", 100)).toBe(
      "Tab section  There is no field sektion; it is searched as words. Did you mean section?",
    );
    expect(hintText("sektion:x", 80)).toBe(
      "Tab section  There is no field sektion; it is searched as words.",
    );
    expect(hintText("sektion:x", 30)).toBe("Tab section  There is no…");
    expect(hintText("bridge", 80)).toBe("");
  });

  it("is in the foot where there is no room for it", () => {
    expect(barText(foot(typing("sec", 60, 12), 58), 58)).toMatch(/Tab section: {2}The section/);
  });
});

describe("the search line", () => {
  it("points at mistakes and sets syntax apart, also where only the end is in view", () => {
    const tones = (text: string, columns: number) =>
      searchLine(typing(text), columns)
        .left.slice(3)
        .filter(([piece, tone]) => piece.trim() !== "" && tone && Object.keys(tone).length > 0);
    const looks = [
      ["sektion", { underline: true }],
      ["OR", { accent: true }],
      ["title:", { accent: true }],
      ['"old pier"', { italic: true }],
    ];
    expect(tones('sektion:x OR title:"old pier"', 78)).toEqual(looks);
    expect(tones(`${"long ".repeat(30)}sektion:x OR title:"old pier"`, 64)).toEqual(looks);
  });
});
