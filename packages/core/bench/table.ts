/** Prints rows below their heads: the first column to the left, numbers to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const [title = "", ...columns] = heads;
  const all = [[title, ...columns], ...rows.map(([name, ...cells]) => [`  ${name}`, ...cells])];
  const widths = heads.map((_, column) =>
    Math.max(...all.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = all.map((cells) =>
    widths.map((width, column) => {
      const cell = cells[column] ?? "";
      return column === 0 ? cell.padEnd(width) : cell.padStart(width + 2);
    }),
  );
  console.log(`\n${lines.map((cells) => cells.join("").trimEnd()).join("\n")}`);
}

/** A number with as many digits as say something; empty when there is none. */
export function shown(number = NaN): string {
  return Number.isNaN(number) ? "" : number.toFixed(Math.abs(number) < 10 ? 2 : 0);
}

/** A target, and how much of it a number is; both empty when there is none. */
export function beside(number: number, target?: number): readonly [string, string] {
  return target === undefined ? ["", ""] : [String(target), (number / target).toFixed(2)];
}
