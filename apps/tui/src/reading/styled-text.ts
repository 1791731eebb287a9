import { breakLines, visibleText, type Inline } from "@broadsheet/core/view";
import { flow, type Piece, type Row, type Tone } from "../rows/row.ts";
import type { Marker } from "./marker.ts";
import { words } from "../words/words.ts";

/** A text and the looks of its parts, which cover it from start to end. */
export type StyledText = {
  readonly text: string;
  readonly runs: readonly { readonly end: number; readonly tone: Tone }[];
};

/** A text that looks the same throughout. */
export function styled(text: string, tone: Tone = {}): StyledText {
  return { text, runs: [{ end: text.length, tone }] };
}

/** Texts one after the other. */
export function joined(parts: readonly StyledText[]): StyledText {
  let text = "";
  const runs: { end: number; tone: Tone }[] = [];
  for (const part of parts) {
    for (const { end, tone } of part.runs) runs.push({ end: text.length + end, tone });
    text += part.text;
  }
  return { text, runs };
}

/** The runs of text of a block, with the look that each kind has on the screen. */
export function inlineText(children: readonly Inline[], tone: Tone = {}): StyledText {
  return joined(children.map((child) => oneInline(child, tone)));
}

function oneInline(inline: Inline, tone: Tone): StyledText {
  switch (inline.type) {
    case "text":
      return styled(inline.text, tone);
    case "emphasis":
      return inlineText(inline.children, { ...tone, italic: true });
    case "strong":
      return inlineText(inline.children, { ...tone, bold: true });
    case "strikethrough":
      return inlineText(inline.children, { ...tone, struck: true });
    case "code":
      return styled(inline.text, { ...tone, accent: true });
    case "link":
      return inlineText(inline.children, { ...tone, underline: true, link: inline.url });
    case "image":
      return styled(`[${inline.alt || words.picture}]`, { ...tone, dim: true });
    case "break":
      return styled("\n", tone);
  }
}

/** A text in lines of at most so many columns. */
export function wrapStyled(source: StyledText, columns: number, language?: string): readonly Row[] {
  return breakLines(source.text, columns, language).map(({ start, end }) =>
    flow(0, ...piecesBetween(source, start, end)),
  );
}

function piecesBetween({ text, runs }: StyledText, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let runStart = 0;
  for (const run of runs) {
    if (run.end > start && runStart < end) {
      pieces.push([
        visibleText(text.slice(Math.max(start, runStart), Math.min(end, run.end))),
        run.tone,
      ]);
    }
    runStart = run.end;
  }
  return pieces;
}

/** A text in which that which is looked for is marked, whatever else it looks like. */
export function withMatches(
  source: StyledText,
  marker: Marker | undefined,
  isHeadline = false,
): StyledText {
  if (marker === undefined) return source;
  const highlights = marker(source.text, isHeadline);
  if (highlights.length === 0) return source;
  const runs: { end: number; tone: Tone }[] = [];
  let at = 0;
  for (const { end, tone } of source.runs) {
    for (const [first, last] of highlights) {
      if (last <= at || first >= end) continue;
      runs.push({ end: Math.max(at, first), tone });
      runs.push({ end: Math.min(end, last), tone: { ...tone, match: true } });
    }
    runs.push({ end, tone });
    at = end;
  }
  return { text: source.text, runs };
}

/** A text in which the given parts, ascending and apart, look different. */
export function highlighted(
  text: string,
  parts: readonly (readonly [start: number, end: number])[],
  tone: Tone,
  matchTone: Tone,
): StyledText {
  const runs: { end: number; tone: Tone }[] = [];
  for (const [start, end] of parts) runs.push({ end: start, tone }, { end, tone: matchTone });
  return { text, runs: [...runs, { end: text.length, tone }] };
}
