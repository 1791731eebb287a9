import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layout, readerPane, type Pane } from "../../src/state/layout.ts";

const size = fc.record({
  columns: fc.integer({ min: 20, max: 400 }),
  rows: fc.integer({ min: 8, max: 120 }),
});
const focus = fc.constantFrom("list" as const, "search" as const, "filters" as const);

const cells = ({ row, column, rows, columns }: Pane): string[] =>
  Array.from({ length: rows }, (_, at) =>
    Array.from({ length: columns }, (_cell, x) => `${row + at}:${column + x}`),
  ).flat();

describe("laws of the layout", () => {
  it("panes do not overlap, and stand between head and foot", () => {
    fc.assert(
      fc.property(size, focus, (at, where) => {
        const { list, preview, filters, footRow, searchRow, columns } = layout({
          size: at,
          focus: where,
        });
        const panes = [list, preview, filters].filter((pane) => pane !== undefined);
        const all = panes.flatMap(cells);
        expect(new Set(all).size).toBe(all.length);
        for (const pane of panes) {
          expect(pane.row).toBeGreaterThan(searchRow);
          expect(pane.row + pane.rows).toBeLessThanOrEqual(footRow);
          expect(pane.column + pane.columns).toBeLessThanOrEqual(columns);
          expect(pane.rows).toBeGreaterThan(0);
          expect(pane.columns).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("the last columns stay free", () => {
    fc.assert(
      fc.property(size, focus, (at, where) => {
        expect(layout({ size: at, focus: where }).columns).toBe(at.columns - 2);
      }),
    );
  });

  it("an article is never wider than 72 columns, and stands in the middle", () => {
    fc.assert(
      fc.property(size, (at) => {
        const pane = readerPane({ size: at, focus: "list", measure: 72 });
        expect(pane.columns).toBeLessThanOrEqual(72);
        const left = pane.column;
        const right = at.columns - 2 - pane.column - pane.columns;
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
