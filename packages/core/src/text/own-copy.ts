/**
 * The same text with memory of its own. Engines let a piece of a text keep the whole of it, so a list of
 * headlines would hold every article.
 */
export function ownCopy(text: string): string {
  // Nothing else makes a new text at once, and one of a byte a letter where that will do.
  return String(JSON.parse(JSON.stringify(text)));
}
