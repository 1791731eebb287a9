/**
 * The same text with memory of its own. Engines let a piece of a text keep the whole of it, so a list of
 * headlines would hold every article.
 */
export function ownCopy(text: string): string {
  // A piece of a joined text keeps the joined one, which is no longer than this.
  return `${text} `.slice(0, -1);
}
