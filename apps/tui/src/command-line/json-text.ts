/** JSON for a terminal or a pipe, two spaces deep. What is absent is left out. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
