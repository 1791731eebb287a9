import { wrapText, type Problem, type Severity } from "@broadsheet/core";
import { count } from "../words/numbers.ts";
import { placeOf } from "../reading/problem-lines.ts";
import { words } from "../words/words.ts";
import type { Output } from "./output.ts";
import { sourceLine } from "./source-line.ts";

/** Problems of one kind. */
export type ProblemGroup = {
  /** One of them, for what all have in common. */
  readonly problem: Problem;
  readonly count: number;
  /** Those to be shown, each with the folder of its archive. */
  readonly examples: readonly { readonly problem: Problem; readonly folder: string }[];
};

/** A kind of problem: how many there are, some of them with their lines, what was done and what to do. */
export function problemGroupText(group: ProblemGroup, { theme, columns }: Output): string {
  const { problem, examples } = group;
  const look =
    problem.severity === "error"
      ? ({ bold: true, alert: true } as const)
      : ({ bold: true } as const);
  const lines = [
    theme.text(words.severity[problem.severity], look) +
      theme.text(`${words.between}${problem.code}`, { bold: true }) +
      theme.text(`${words.between}${count(group.count, "time", "times")}`, { dim: true }),
  ];
  for (const example of examples)
    lines.push(...exampleLines(example.problem, example.folder, columns, theme));
  if (group.count > examples.length)
    lines.push(theme.text(`  ${words.moreProblems(group.count - examples.length)}`, { dim: true }));
  lines.push(
    ...wrapText(`${problem.action} ${problem.remedy}`, columns - 2).map((line) =>
      theme.text(`  ${line}`, { dim: true }),
    ),
  );
  return `${lines.join("\n")}\n\n`;
}

function exampleLines(
  problem: Problem,
  folder: string,
  columns: number,
  theme: Output["theme"],
): readonly string[] {
  const { path, line, column, message } = problem;
  const quoted =
    line === undefined ? undefined : sourceLine(folder, path, line, column, columns - 12);
  const number = String(line ?? "");
  return [
    `  ${placeOf(problem)}`,
    ...wrapText(message, columns - 4).map((text) => `    ${text}`),
    ...(quoted === undefined
      ? []
      : [
          theme.text(`    ${number} ${words.paneRule} `, { dim: true }) + quoted.text,
          ...(quoted.caretColumn === undefined
            ? []
            : [
                `    ${" ".repeat(number.length)} ${theme.text(words.paneRule, { dim: true })} ${" ".repeat(quoted.caretColumn)}^`,
              ]),
        ]),
  ];
}

/** How many problems there are in all. */
export function summaryText({
  error,
  warning,
  note,
}: { readonly [severity in Severity]: number }): string {
  if (error + warning + note === 0) return `${words.noProblems}\n`;
  return `${[count(error, "error", "errors"), count(warning, "warning", "warnings"), count(note, "note", "notes")].join(", ")}.\n`;
}
