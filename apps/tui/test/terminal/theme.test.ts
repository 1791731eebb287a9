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

describe("letters of every tone", () => {
  type Colour = readonly [red: number, green: number, blue: number];

  /** Grounds of terminals and of the schemes that people choose most. */
  const grounds = {
    dark: ["000000", "14181a", "1e1e1e", "282c34", "002b36", "282a36"],
    light: ["ffffff", "fafafa", "fdf6e3", "fbfaf6"],
    unknown: ["000000", "ffffff"],
  } as const;

  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  /** The contrast of two colours as WCAG 2.2 has it. */
  const contrast = (one: Colour, other: Colour): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  const ofHex = (hex: string): Colour => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
      Number.parseInt(hex.slice(at, at + 2), 16),
    );
    return [red, green, blue];
  };

  /** The colour of letters, also from the cube and the greys that xterm's 256 colours have. */
  const colourOf = (styled: string): Colour | undefined => {
    const [, red, green, blue] = /38;2;(\d+);(\d+);(\d+)/.exec(styled) ?? [];
    if (red !== undefined) return [Number(red), Number(green), Number(blue)];
    const [, index] = /38;5;(\d+)/.exec(styled) ?? [];
    if (index === undefined) return undefined;
    const grey = 8 + 10 * (Number(index) - 232);
    if (grey >= 8) return [grey, grey, grey];
    const cube = Number(index) - 16;
    const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
    return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
  };

  it.for([
    ["all", "dark", 3],
    ["all", "light", 3],
    ["all", "unknown", 3],
    ["256", "dark", 3],
    ["256", "light", 3],
    ["256", "unknown", 1],
  ] as const)("of %s colours can be read on a %s ground", ([level, background, own]) => {
    const theme = createTheme(level, background);
    const tones = [{ accent: true }, { alert: true }, { dim: true }] as const;
    const colours = tones
      .map((tone) => colourOf(theme.text("a", tone)))
      .filter((colour) => colour !== undefined);
    expect(colours).toHaveLength(own);
    for (const colour of colours) {
      for (const ground of grounds[background])
        expect(contrast(colour, ofHex(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
