/** Tells the column, from 1, in which something begins on a line of the text; undefined where it is not written so. */
export function columnFinder(
  text: string,
): (line: number | undefined, written: string) => number | undefined {
  // Where each line begins, as far as they were asked for.
  const starts = [0];
  return (line, written) => {
    if (line === undefined) return undefined;
    while (starts.length < line) {
      const end = text.indexOf("\n", starts.at(-1));
      if (end < 0) return undefined;
      starts.push(end + 1);
    }
    const start = starts[line - 1] ?? 0;
    const end = text.indexOf("\n", start);
    const [first = ""] = written.split("\n", 1);
    const at = text.slice(start, end < 0 ? text.length : end).indexOf(first);
    return first === "" || at < 0 ? undefined : at + 1;
  };
}
