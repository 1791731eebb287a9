import { describe, expect, it } from "vitest";
import {
  flow,
  flowEndingAt,
  flowWithin,
  moved,
  rowText,
  rowWidth,
  rule,
} from "../../src/rows/row.ts";

describe("a row", () => {
  it("is made of pieces side by side, by their columns", () => {
    expect(flow(2, ["ស្ពាន", { bold: true }], [""], ["ab"])).toEqual([
      { column: 2, text: "ស្ពាន", tone: { bold: true } },
      { column: 6, text: "ab", tone: {} },
    ]);
  });

  it("may end before a column, be moved, and be read as text", () => {
    expect(rowText([...flow(0, ["a"]), ...flowEndingAt(10, ["橋"], ["b"])])).toBe("a      橋b");
    expect(rowWidth(moved(flow(0, ["橋"]), 3))).toBe(5);
    expect(rule(1, 3, "─", {})).toEqual([{ column: 1, text: "───", tone: {} }]);
    expect(rule(1, 0, "─", {})).toEqual([]);
  });

  it("is cut where its columns end", () => {
    expect(rowText(flowWithin(0, 12, ["National"], [" · "], ["26 November"]))).toBe("National · …");
    expect(rowText(flowWithin(0, 8, ["National"], [" · "]))).toBe("National");
    expect(rowText(flowWithin(0, 6, ["National"]))).toBe("Natio…");
  });
});
