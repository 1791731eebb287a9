import { describe, expect, it } from "vitest";
import { createScreenPainter } from "../../src/terminal/screen-painter.ts";

function painter() {
  const written: string[] = [];
  return { written, ...createScreenPainter((bytes) => written.push(bytes)) };
}

describe("painting a screen", () => {
  it("writes the rows that differ, in one update", () => {
    const { paint, written } = painter();
    paint({ rows: ["one", "two", "three"] });
    paint({ rows: ["one", "TWO", "three"] });
    expect(written).toHaveLength(2);
    expect(written[1]).toBe("\x1b[?2026h\x1b[2;1H\x1b[KTWO\x1b[?25l\x1b[?2026l");
  });

  it("writes of a row what comes after the last column that it begins alike to", () => {
    const { paint, written } = painter();
    paint({ rows: ["a\x1b[5Gb\x1b[9Gold\x1b[20Gend"] });
    paint({ rows: ["a\x1b[5Gb\x1b[9Gnew\x1b[20Gend"] });
    paint({ rows: ["a\x1b[5Gb\x1b[11Gnew"] });
    expect(written[1]).toContain("h\x1b[1;9H\x1b[Knew\x1b[20Gend\x1b[?25l");
    expect(written[2]).toContain("h\x1b[1;5H\x1b[Kb\x1b[11Gnew\x1b[?25l");
  });

  it("writes nothing for the same frame", () => {
    const { paint, written } = painter();
    paint({ rows: ["one"], cursor: { row: 0, column: 1 } });
    paint({ rows: ["one"], cursor: { row: 0, column: 1 } });
    expect(written).toHaveLength(1);
  });

  it("clears what it does not know", () => {
    const { paint, forget, written } = painter();
    paint({ rows: ["one"] });
    forget();
    paint({ rows: ["one"] });
    expect(written[1]).toContain("\x1b[2J");
    expect(written[1]).toContain("one");
  });

  it("shows the cursor where one types, placed after everything else", () => {
    const { paint, written } = painter();
    paint({ rows: ["ab"], cursor: { row: 0, column: 2 } });
    expect(written[0]).toMatch(/\[1;3H\x1b\[\?25h\x1b\[\?2026l$/);
  });
});
