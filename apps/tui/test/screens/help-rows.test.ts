import { displayWidth } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { helpLines } from "../../src/commands/help-lines.ts";
import { rowWidth } from "../../src/rows/row.ts";
import { helpRows } from "../../src/screens/help-rows.ts";
import { texts } from "../screen-text.ts";

const helpText = (columns: number): string[] =>
  texts(helpRows("list", columns)).map((row) => row.trimEnd());

describe("the help", () => {
  it("has keys at the left and what they do at their right", () => {
    expect(helpText(78).slice(0, 3)).toEqual([
      " In the list",
      " Enter  3                    Read the selected article",
      " Esc                         Show all articles again",
    ]);
  });

  it("has what keys do under them where there are few columns", () => {
    const rows = helpText(38);
    expect(rows[rows.indexOf(" Tab  F2  2") + 1]).toBe("    Choose sections, languages, years");
    expect(rows[rows.indexOf(" Tab  F2  2") + 2]).toBe("    and months");
  });

  it("cuts nothing, and goes over no edge", () => {
    for (const columns of [24, 38, 60, 78, 138]) {
      const rows = helpRows("links", columns);
      for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
      const all = texts(rows).join(" ").replaceAll(/\s+/g, "");
      expect(all).not.toContain("…");
      for (const line of helpLines("links")) {
        if (line.type !== "entry" || displayWidth(line.keys) > 26) continue;
        for (const word of line.text.split(/[\s/]+/)) expect(all).toContain(word);
      }
    }
  });
});
