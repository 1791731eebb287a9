import { describe, expect, it } from "vitest";
import { flow } from "../../src/rows/row.ts";
import type { ThemeName } from "../../src/terminal/theme-name.ts";
import { createTheme, namedTheme } from "../../src/terminal/theme.ts";

describe("a theme", () => {
  it("gives each piece its own column, so that none can push another away", () => {
    const theme = createTheme("none", "dark");
    expect(theme.row([...flow(1, ["one"]), ...flow(10, ["two"])])).toBe("\x1b[2Gone\x1b[11Gtwo");
  });

  it("keeps bold, dim, italic and underline without colours", () => {
    const theme = createTheme("none", "dark");
    expect(theme.text("a", { bold: true, accent: true })).toBe("\x1b[1ma\x1b[0m");
    expect(theme.text("a", { accent: true })).toBe("a");
    expect(theme.text("a", { dim: true, italic: true, underline: true })).toBe(
      "\x1b[2;3;4ma\x1b[0m",
    );
  });

  it("has one accent for a dark and one for a light ground", () => {
    expect(createTheme("all", "dark").text("a", { accent: true })).toContain("127;208;204");
    expect(createTheme("all", "light").text("a", { accent: true })).toContain("11;100;105");
  });

  it("of high contrast dims nothing, and tells things apart without colours", () => {
    const theme = namedTheme("high-contrast", "all", "dark");
    expect(theme.text("a", { dim: true })).toBe("a");
    const looks = [{ bold: true }, { alert: true }, { match: true }, { italic: true }, {}] as const;
    expect(new Set(looks.map((tone) => theme.text("a", tone))).size).toBe(looks.length);
    expect(looks.map((tone) => theme.text("a", tone)).join("")).not.toMatch(/\x1b\[[\d;]*[34]8/);
  });

  it("is the one that was asked for, whatever the terminal's ground", () => {
    const accent = (name: ThemeName): string =>
      namedTheme(name, "all", "light").text("a", { accent: true });
    expect(accent("dark")).toContain("127;208;204");
    expect(accent("auto")).toBe(accent("light"));
  });

  it("lets no control character through", () => {
    const theme = createTheme("all", "dark");
    expect(theme.text("a\x1b[2Jb\u009bc\nd\u2028", {})).toBe("a\ufffd[2Jb\ufffdc\ufffdd\ufffd");
  });

  it("puts spaces between the pieces of a printed line", () => {
    const theme = createTheme("none", "dark");
    expect(theme.line([...flow(1, ["ខ្មែរ"]), ...flow(10, ["two"])])).toBe(" ខ្មែរ     two");
  });
});

describe("the accents", () => {
  const luminance = (red: number, green: number, blue: number): number => {
    const linear = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };

  it.for([
    ["dark", 0],
    ["light", 1],
  ] as const)("on a %s ground have a contrast of at least 6.4 : 1", ([background, ground]) => {
    const [, red, green, blue] =
      /38;2;(\d+);(\d+);(\d+)/.exec(createTheme("all", background).text("a", { accent: true })) ??
      [];
    const [low = 0, high = 0] = [
      luminance(Number(red), Number(green), Number(blue)),
      ground,
    ].toSorted((a, b) => a - b);
    expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(6.4);
  });
});
