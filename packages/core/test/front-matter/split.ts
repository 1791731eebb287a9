import type { FrontMatter } from "../../src/front-matter/front-matter.ts";
import { splitFrontMatter } from "../../src/front-matter/split-front-matter.ts";

/** A text of a file called `a.md`, divided. */
export function split(text: string): FrontMatter {
  return splitFrontMatter(text, "a.md");
}

/** `code line:column value` of each problem. */
export function problemsOf(text: string): readonly string[] {
  return split(text).problems.map(({ code, line, column, value }) =>
    [code, column === undefined ? String(line) : `${String(line)}:${String(column)}`, value ?? ""]
      .join(" ")
      .trim(),
  );
}
