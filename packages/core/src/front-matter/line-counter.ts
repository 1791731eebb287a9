/** A place in a block: its line from 0, its column from 1. */
export type Place = { readonly line: number; readonly column: number };

/** Tells the line and column of places in a text; asked for one after the other, it counts each line once. */
export function lineCounter(source: string): (index: number) => Place {
  let line = 0;
  let start = 0;
  return (index) => {
    if (index < start) {
      line = 0;
      start = 0;
    }
    for (let end = source.indexOf("\n", start); end >= 0 && end < index;) {
      line++;
      start = end + 1;
      end = source.indexOf("\n", start);
    }
    return { line, column: index - start + 1 };
  };
}
