import { cleanLine } from "../text/clean-text.ts";
import { htmlPieces, partsParagraphs } from "./html.ts";
import { decodeReferences } from "./markdown.ts";

/**
 * A title or description as plain text: tags that only format are gone (`<em>`), character references are
 * characters, everything else is as it was written. The text is inert either way.
 */
export function plainLine(written: string): { readonly text: string; readonly hadMarkup: boolean } {
  if (!/[<&]/.test(written)) return { text: written, hadMarkup: false };
  const pieces = htmlPieces(written);
  const text = pieces
    .map((piece) => {
      if (piece.type === "text") return decodeReferences(piece.text);
      if (piece.type === "hidden") return piece.text;
      const { name, closes, attributes } = piece;
      if (name === "br") return " ";
      return partsParagraphs(name) ? `<${closes ? "/" : ""}${name}${attributes}>` : "";
    })
    .join("");
  return { text: cleanLine(text), hadMarkup: pieces.some(({ type }) => type !== "text") };
}
