/** Whether all letters are of a script whose capitals mean emphasis: Latin, Greek or Cyrillic. */
const hasCapitals = /^(?:\P{L}|\p{sc=Latn}|\p{sc=Grek}|\p{sc=Cyrl})*$/u;

/** A name in capitals, where its script has them; otherwise as it is. */
export function inCapitals(name: string): string {
  return hasCapitals.test(name) ? name.toLocaleUpperCase("en") : name;
}
