import { describe, expect, it } from "vitest";
import { cutText } from "../../src/text/cut-text.ts";

describe("cutting a text to one line", () => {
  it("leaves a text that fits as it is", () => {
    expect(cutText("Second pier sound", 17)).toBe("Second pier sound");
  });

  it("ends a longer one in an ellipsis after a word", () => {
    expect(cutText("Ferry families ask who pays", 16)).toBe("Ferry families…");
  });

  it("leaves no comma, dash or opening quotation mark before the ellipsis", () => {
    expect(cutText("Rice, fish and salt", 7)).toBe("Rice…");
    expect(cutText("He said “perhaps next year”", 11)).toBe("He said…");
  });

  it("cuts a script without spaces after a segment", () => {
    expect(cutText("ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើមឆ្នាំក្រោយ", 24)).toBe("ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើម…");
    expect(cutText("新しい橋の開通で渡し船の家族", 12)).toBe("新しい橋の…");
  });

  it("cuts inside a first word that does not fit", () => {
    expect(cutText("Incomprehensibilities", 8)).toBe("Incompr…");
  });

  it("is empty when there is no column, and an ellipsis when there is one", () => {
    expect(cutText("word", 0)).toBe("");
    expect(cutText("word", 1)).toBe("…");
  });

  it("shows line breaks as spaces and leaves out zero-width spaces", () => {
    expect(cutText("one\ntwo", 10)).toBe("one two");
    expect(cutText("ស្ពាន\u200bថ្មី", 10)).toBe("ស្ពានថ្មី");
  });
});
