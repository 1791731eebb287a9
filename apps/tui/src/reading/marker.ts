import { highlightText, type TextNode } from "@broadsheet/core/view";

/** What is to be marked in texts: start and end (exclusive) of each, ascending and apart. */
export type Marker = (
  text: string,
  isHeadline: boolean,
) => readonly (readonly [start: number, end: number])[];

const ofSearches = new WeakMap<TextNode, Marker>();

/** Marks what a search looks for; the same marker for the same search. Undefined where it looks for no text. */
export function searchMarker(searched: TextNode | undefined): Marker | undefined {
  if (searched === undefined || !looksForText(searched)) return undefined;
  const known = ofSearches.get(searched);
  if (known !== undefined) return known;
  const marker: Marker = (text, isHeadline) => highlightText(text, searched, isHeadline).highlights;
  ofSearches.set(searched, marker);
  return marker;
}

/** Whether a search asks for words, and not only for sections, dates and the like. */
function looksForText(node: TextNode): boolean {
  if (node.type === "and" || node.type === "or") return node.nodes.some(looksForText);
  return node.type === "word" || node.type === "phrase";
}

/** What is drawn together with a letter: its marks, and in Khmer the letters under it. */
const drawnWithLetter = String.raw`(?:\u17d2\p{Lo}|[\p{M}\u200d])*`;

let last: { readonly text: string; readonly marker: Marker } | undefined;

/** Marks a text wherever it stands, in capitals or not, also within words; the same marker for the same text. */
export function findMarker(text: string): Marker | undefined {
  const wanted = text.trim();
  if (wanted === "") return undefined;
  if (last?.text === wanted) return last.marker;
  const pieces = wanted.split(/\s+/).map((piece) => RegExp.escape(piece));
  const form = new RegExp(`(?<!\\u17d2)${pieces.join(String.raw`\s+`)}${drawnWithLetter}`, "giu");
  const marker: Marker = (searched) =>
    Array.from(searched.matchAll(form), ({ index, 0: found }) => [index, index + found.length]);
  last = { text: wanted, marker };
  return marker;
}
