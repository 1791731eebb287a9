import type { Row, Tone } from "../rows/row.ts";
import type { Background } from "./background.ts";
import type { ColourLevel } from "./colour-level.ts";
import { cursorToColumn, linkSequence, sequences } from "./control-sequences.ts";
import type { ThemeName } from "./theme-name.ts";
import { displayWidth } from "@broadsheet/core/view";

/** Turns rows into what a terminal understands. */
export type Theme = {
  /** A row as bytes for a terminal: each piece at its own column, so that none can push another away. */
  readonly row: (row: Row) => string;
  /** A row as a line of text, with spaces between its pieces: for what is printed and scrolls on. */
  readonly line: (row: Row) => string;
  /** A text with its look, to stand among others. */
  readonly text: (text: string, tone: Tone) => string;
};

type Palette = { readonly accent: string; readonly alert: string; readonly dim: string };

/**
 * At least 4.5 : 1 (WCAG 2.2, AA) on white or black and on the grounds that people choose instead; where the ground is
 * not known, on both. Dim letters have a grey of their own: the terminal's dim (SGR 2) is too weak in many.
 */
const trueColours: Readonly<Record<Background, Palette>> = {
  dark: { accent: "38;2;127;208;204", alert: "38;2;255;138;128", dim: "38;5;248" },
  light: { accent: "38;2;11;100;105", alert: "38;2;176;0;32", dim: "38;5;241" },
  unknown: { accent: "38;2;31;130;133", alert: "38;2;225;45;45", dim: "38;5;243" },
};

/** The nearest of the 256 colours. */
const indexedColours: Readonly<Record<Background, Palette>> = {
  dark: { accent: "38;5;116", alert: "38;5;210", dim: "38;5;248" },
  light: { accent: "38;5;23", alert: "38;5;124", dim: "38;5;241" },
  unknown: { accent: "", alert: "31", dim: "38;5;243" },
};

/** Of the terminal's own 16 only red is used: nobody knows what the others look like there. */
const ownColours: Palette = { accent: "", alert: "31", dim: "2" };
const noColours: Palette = { accent: "", alert: "", dim: "2" };

/**
 * For eyes that need every letter at its strongest: nothing is dim, no letter has a colour, what is searched
 * for stands in reverse, and weight and lines carry the rest.
 */
const highContrast: Theme = themeOf((tone) =>
  [
    (tone.bold ?? tone.accent ?? tone.alert) && "1",
    tone.italic && "3",
    (tone.underline ?? tone.alert) && "4",
    tone.match && "7",
    tone.struck && "9",
  ].filter(Boolean),
);

/** The theme of a name; `auto` is that of the ground which the terminal has. */
export function namedTheme(name: ThemeName, level: ColourLevel, background: Background): Theme {
  if (name === "high-contrast") return highContrast;
  return createTheme(level, name === "auto" ? background : name);
}

export function createTheme(level: ColourLevel, background: Background): Theme {
  const palette: Palette =
    level === "all"
      ? trueColours[background]
      : level === "256"
        ? indexedColours[background]
        : level === "16"
          ? ownColours
          : noColours;

  return themeOf((tone) =>
    [
      (tone.bold ?? tone.match) && "1",
      tone.dim && palette.dim,
      tone.italic && "3",
      (tone.underline ?? tone.match) && "4",
      tone.struck && "9",
      (tone.accent ?? tone.match) && palette.accent,
      tone.alert && palette.alert,
    ].filter(Boolean),
  );
}

/** For everything that is no terminal: text without any looks. */
export const plainTheme: Theme = themeOf(() => []);

/** A theme by the numbers (SGR, ECMA-48) that give a look. */
function themeOf(numbersFor: (tone: Tone) => readonly unknown[]): Theme {
  const text = (content: string, tone: Tone): string => {
    const numbers = numbersFor(tone);
    const safe = withoutControls(content);
    if (numbers.length === 0) return safe;
    const linked = tone.link === undefined ? undefined : linkSequence(tone.link, safe);
    return `\x1b[${numbers.join(";")}m${linked ?? safe}${sequences.plainText}`;
  };
  return {
    text,
    line(row) {
      let bytes = "";
      let end = 0;
      for (const span of row) {
        bytes += " ".repeat(Math.max(0, span.column - end)) + text(span.text, span.tone);
        end = span.column + displayWidth(span.text);
      }
      return bytes;
    },
    row(row) {
      let bytes = "";
      let end = 0;
      for (const span of row) {
        if (span.column !== end) bytes += cursorToColumn(span.column);
        bytes += text(span.text, span.tone);
        end = span.column + displayWidth(span.text);
      }
      return bytes;
    },
  };
}

/** Text is clean long before it comes here; this is the last door, and nothing passes it. */
function withoutControls(text: string): string {
  return /[\p{Cc}\u2028\u2029]/u.test(text)
    ? text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, "\ufffd")
    : text;
}
