/** Why a field cannot be read, and where: lines from 0, columns from 1. */
export class BrokenField extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
    this.column = column;
  }
}

/** After so many faults the rest is taken as written: failing costs a hundred times what reading does. */
export const maxFaults = 50;

/** Text without the quotation marks around it, and without a first one that is never closed. */
export function withoutQuotes(text: string): string {
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") return text;
  if (text.length > 1 && text.endsWith(quote)) return text.slice(1, -1);
  return text.includes(quote, 1) ? text : text.slice(1);
}
