const grouped = new Intl.NumberFormat("en-GB");

/** A number with its thousands apart: `12,345`. */
export function number(value: number): string {
  return grouped.format(value);
}

/** `1 article`, `24 articles`. */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
