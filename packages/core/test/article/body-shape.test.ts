import { describe, expect, it } from "vitest";
import { isTitleLine, linesAreParagraphs } from "../../src/article/body-shape.ts";

const long =
  "A paragraph that goes on for longer than anyone would wrap a line by hand, since it was pasted from a page. ";

describe("linesAreParagraphs", () => {
  it("holds where no blank line parts long lines", () => {
    expect(linesAreParagraphs(`${long}\n${long}\n${long}`)).toBe(true);
  });

  it("holds for short lines that are whole sentences", () => {
    expect(linesAreParagraphs("The ferry left.\nNobody waved.\nIt rained.")).toBe(true);
  });

  it("does not hold for lines wrapped at one width", () => {
    const wrapped = `The ferry families have asked the ministry who is going to pay them
when the bridge opens, since the licences lapse on the last day of
February and no letter has come. The ministry says that it will
answer every one of them in time, and asks them to be patient.`;
    expect(linesAreParagraphs(wrapped)).toBe(false);
    expect(
      linesAreParagraphs(
        "船が川を渡って町に着くまで\n長い長い時間がかかったが、\n橋ができると三分で着く。",
      ),
    ).toBe(false);
  });

  it.for([
    ["a blank line", `${long}\n\n${long}\n${long}`],
    ["one line", long],
    ["a table", `| a | b |\n| - | - |\n| ${long} | x |`],
    ["a fence", `${long}\n\`\`\`\n${long}\n\`\`\``],
    ["HTML", `<p>${long}</p>\n<p>${long}</p>`],
    ["an underlined heading", `Title\n=====\n${long}`],
    ["a link over several lines", `[\n![](a.jpg)\n](b)\n${long}`],
  ])("does not hold for Markdown: %s", ([, body]) => {
    expect(linesAreParagraphs(body ?? "")).toBe(false);
  });
});

describe("isTitleLine", () => {
  it("is a short line without a full stop before a sentence", () => {
    expect(isTitleLine("Two towns and a river: what the register holds", long.trim())).toBe(true);
    expect(isTitleLine("The ferry left.", long.trim())).toBe(false);
    expect(isTitleLine(long.trim().slice(0, -1), long.trim())).toBe(false);
    expect(isTitleLine("one", "two")).toBe(false);
  });
});
