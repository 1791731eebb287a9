const grouped = new Intl.NumberFormat("en-GB");

/** A number with its thousands apart: `12,345`. */
export function number(value: number): string {
  return grouped.format(value);
}

/** `1 article`, `24 articles`. */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** What part of a whole something is: `79 %`; `<1 %` for a little, and nothing for nothing. */
export function share(part: number, whole: number): string {
  if (part === 0) return "";
  const percent = (100 * part) / whole;
  if (percent < 1) return "<1 %";
  return `${percent > 99 && part < whole ? 99 : Math.round(percent)} %`;
}
