import { describe, expect, it } from "vitest";
import {
  cleanLine,
  cleanText,
  cutUnits,
  firstControl,
  lineAndColumn,
  maxLineLength,
  trimSpace,
} from "../../src/text/clean-text.ts";
import { maxMarks } from "../../src/text/marks.ts";

const esc = "\u001b";

describe("cleanText", () => {
  it.for([
    ["a colour", `${esc}[31mred${esc}[0m`, "red"],
    ["a colour begun with a C1 character", "\u009b31mred", "red"],
    ["a title for the window", `a${esc}]0;owned\u0007b`, "ab"],
    ["a clipboard command ended by ESC \\", `a${esc}]52;c;aGk=${esc}\\b`, "ab"],
    ["a hyperlink", `${esc}]8;;https://evil.example${esc}\\text${esc}]8;;${esc}\\`, "text"],
    ["a device control string", `a${esc}Pq#0;2;0${esc}\\b`, "ab"],
    ["an application command", `a${esc}_Gf=100;AAAA${esc}\\b`, "ab"],
    ["a string without its end, to the end of its line", `a${esc}]0;rest\nb`, "a\nb"],
    ["a single shift with its character", `a${esc}OPb`, "ab"],
    ["a charset escape", `a${esc}(0b`, "ab"],
    ["a lone ESC at the end", `a${esc}`, "a"],
    ["a sequence cut short", `a${esc}[31`, "a"],
    ["a string begun and ended with C1 characters", "a\u009d0;owned\u009cb", "ab"],
  ])("removes %s", ([, text, clean]) => {
    expect(cleanText(text ?? "")).toBe(clean);
  });

  it("keeps text after a C1 character that begins nothing, as misread Windows text has it", () => {
    expect(cleanText("he said\u009d and left")).toBe("he said and left");
  });

  it("removes control characters but keeps newlines and tabs", () => {
    expect(cleanText("a\0\u0007\u0008b\u007f\tc\nd\u0080")).toBe("ab\tc\nd");
  });

  it("puts a space where a page or a column ended", () => {
    expect(cleanText("one\u000ctwo\u000bthree")).toBe("one two three");
  });

  it("turns every line end into a newline, and a line end converted twice into one", () => {
    expect(cleanText("a\r\nb\rc\u0085d\u2028e\u2029f\r\r\ng")).toBe("a\nb\nc\nd\ne\nf\ng");
  });

  it("removes bidirectional marks, embeddings, overrides and isolates", () => {
    expect(cleanText("a\u202egnp.exe\u202c\u2066x\u2069\u200e\u200f\u061cb")).toBe("agnp.exexb");
  });

  it("removes byte order marks and interlinear notes", () => {
    expect(cleanText("\ufeffa\ufff9b\ufffac\ufffb")).toBe("abc");
  });

  it("removes tag characters, which hide text, but not those of a flag", () => {
    const scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
    expect(cleanText(`a\u{e0041}\u{e0042}b${scotland}`)).toBe(`ab${scotland}`);
  });

  it("keeps joiners and zero-width spaces, which scripts and emoji need", () => {
    const text = "ភាសា\u200bខ្មែរ \u200dक्‍ष می\u200cخواهم 👩\u200d👧";
    expect(cleanText(text)).toBe(text);
  });

  it("puts U+FFFD in the place of half a character", () => {
    expect(cleanText("a\ud800b\udc00c")).toBe("a\ufffdb\ufffdc");
  });

  it("leaves at most eight marks on a letter", () => {
    expect(cleanText(`a${"\u0301".repeat(100)}b`)).toBe(`a${"\u0301".repeat(maxMarks)}b`);
    expect(cleanText(`a${"\u0301\u200d".repeat(100)}b`)).toBe(
      `a${"\u0301\u200d".repeat(maxMarks)}b`,
    );
  });

  it("changes nothing in Khmer, Japanese, French and Arabic prose", () => {
    for (const text of [
      "ក្រុម​ការងារ​បាន​ចុះ​ហត្ថលេខា។",
      "橋の下で、船が待っている。",
      "« Le fleuve », dit-elle, « n’attend pas. »",
      "قال إن النهر لا ينتظر أحداً.",
    ]) {
      expect(cleanText(text)).toBe(text);
    }
  });
});

describe("cleanLine", () => {
  it("makes one line of several and trims it, zero-width and no-break spaces included", () => {
    expect(cleanLine("\u200b a\nb\tc\u00a0\u200b ")).toBe("a b c");
  });

  it("cuts what is too long without cutting a character in two", () => {
    const line = cleanLine("a" + "😀".repeat(maxLineLength));
    expect(line.length).toBe(maxLineLength - 1);
    expect(line.isWellFormed()).toBe(true);
  });
});

describe("trimSpace", () => {
  it("leaves nothing of a text of spaces", () => {
    expect(trimSpace(" \u200b\u00a0\n")).toBe("");
  });
});

describe("cutUnits", () => {
  it("leaves a short text alone and never ends in half a pair", () => {
    expect(cutUnits("ab", 2)).toBe("ab");
    expect(cutUnits("a😀", 2)).toBe("a");
  });
});

describe("firstControl", () => {
  it("finds what steers a terminal or turns text, not what every file has", () => {
    expect(firstControl("a\r\nb\tc\u200d\u200e")).toBe(-1);
    expect(firstControl(`ab${esc}[1m`)).toBe(2);
    expect(firstControl("a\u202eb")).toBe(1);
  });

  it("does not take a flag for hidden text", () => {
    expect(firstControl("\u{1f3f4}\u{e0067}\u{e007f} \u{e0041}")).toBe(7);
  });
});

describe("lineAndColumn", () => {
  it("counts lines as the cleaned text has them, and columns in UTF-16 units", () => {
    const text = "a\r\n😀b\rc";
    expect(lineAndColumn(text, text.indexOf("b"))).toEqual({ line: 2, column: 3 });
    expect(lineAndColumn(text, text.indexOf("c"))).toEqual({ line: 3, column: 1 });
    expect(lineAndColumn(text, 0)).toEqual({ line: 1, column: 1 });
  });
});
