import type { Problem } from "@broadsheet/core/view";
import { emptyRow, rule, type Row } from "../rows/row.ts";
import { words } from "../words/words.ts";
import { styled, wrapStyled } from "./styled-text.ts";

/** What is wrong with an article's file, for its end: the place and a sentence for each. Notes are left out. */
export function problemLines(problems: readonly Problem[], columns: number): readonly Row[] {
  const shown = problems.filter(({ severity }) => severity !== "note");
  if (shown.length === 0) return [];
  return [
    emptyRow,
    rule(0, Math.min(words.shortRuleColumns, columns), words.thinRule, { dim: true }),
    ...shown.flatMap((problem) => {
      const tone =
        problem.severity === "error" ? ({ alert: true } as const) : ({ dim: true } as const);
      return wrapStyled(
        styled(`${placeOf(problem)}${words.between}${problem.message}`, tone),
        columns,
      );
    }),
  ];
}

/** `path:line:column`, as far as known: what editors and terminals take for a place in a file. */
export function placeOf({
  path,
  line,
  column,
}: {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}): string {
  return [path, line, column].filter((part) => part !== undefined).join(":");
}
