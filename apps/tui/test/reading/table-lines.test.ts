import type { Block, Inline } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { tableLines } from "../../src/reading/table-lines.ts";
import { rowWidth } from "../../src/rows/row.ts";
import { texts } from "../screen-text.ts";

type Table = Extract<Block, { type: "table" }>;

const cell = (value: string): readonly Inline[] => [{ type: "text", text: value }];
const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: Table["align"] = [],
): Table => ({
  type: "table",
  lines: [1, 1],
  align,
  head: head.map(cell),
  rows: rows.map((row) => row.map(cell)),
});

describe("a table", () => {
  it("has columns as wide as their widest cell, aligned as written", () => {
    const rows = tableLines(
      table(
        ["Boat", "Riel"],
        [
          ["Old ferry", "500"],
          ["ទូក", "12,000"],
        ],
        [undefined, "right"],
      ),
      { columns: 40 },
    );
    expect(texts(rows)).toEqual([
      "Boat         Riel",
      "─────────  ──────",
      "Old ferry     500",
      "ទូក         12,000",
    ]);
  });

  it("narrows its widest columns and breaks their cells when there is too little room", () => {
    const rows = tableLines(
      table(["Name", "What happened"], [["Veal", "The landing was closed for a week"]]),
      { columns: 24 },
    );
    expect(texts(rows)).toEqual([
      "Name  What happened",
      "────  ──────────────────",
      "Veal  The landing was",
      "      closed for a week",
    ]);
    for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(24);
  });

  it("becomes one record for each row when there is no room for its columns", () => {
    const rows = tableLines(
      table(
        ["First name", "Family name", "Village"],
        [
          ["Sambath", "Oeur", "Veal Chan"],
          ["Mealea", "Hing", "Mekhala"],
        ],
      ),
      { columns: 20 },
    );
    expect(texts(rows)).toEqual([
      "First name: Sambath",
      "Family name: Oeur",
      "Village: Veal Chan",
      "",
      "First name: Mealea",
      "Family name: Hing",
      "Village: Mekhala",
    ]);
  });

  it("may have rows of different lengths", () => {
    expect(texts(tableLines(table(["a", "b"], [["1"], ["1", "2", "3"]]), { columns: 40 }))).toEqual(
      ["a  b", "─  ─  ─", "1", "1  2  3"],
    );
  });

  it("that is read aloud is a line for each row, with the names of its columns", () => {
    const rows = tableLines(
      table(
        ["Boat", "Riel", ""],
        [
          ["Old ferry", "500", "daily"],
          ["New ferry", "800", ""],
        ],
      ),
      { columns: 1_000, isSpoken: true },
    );
    expect(texts(rows)).toEqual([
      "Boat: Old ferry; Riel: 500; daily",
      "Boat: New ferry; Riel: 800",
    ]);
  });
});
