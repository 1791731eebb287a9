import {
  cutText,
  displayWidth,
  wrapText,
  type Problem,
  type Severity,
} from "@broadsheet/core/view";
import type { Theme } from "../terminal/theme.ts";
import { count } from "../words/numbers.ts";
import { words } from "../words/words.ts";
import type { CheckedProblem } from "./checked-problems.ts";
import type { Output } from "./output.ts";
import { sourceLine, type SourceLine } from "./source-line.ts";

/** Problems of one kind. */
export type ProblemGroup = {
  readonly count: number;
  /** Those to be shown; at least one, for what all have in common. */
  readonly examples: readonly CheckedProblem[];
};

/** Longest lines of a report: a sentence that is longer is hard to read. */
const maxColumns = 100;

/** Columns before a quoted line's number. */
const indent = 4;

/** A kind of problem: how often, what was done and what to do, and some of them with their lines. */
export function problemGroupText(
  { count: times, examples }: ProblemGroup,
  { theme, columns: available }: Pick<Output, "theme" | "columns">,
): string {
  const columns = Math.min(available, maxColumns);
  const [first] = examples;
  if (first === undefined) return "";
  const { code, severity, action, remedy } = first.problem;
  const lines = [
    theme.text(words.severity[severity], severityLook(severity)) +
      theme.text(`${words.between}${code}`, { bold: true }) +
      theme.text(`${words.between}${count(times, "time", "times")}`, { dim: true }),
    ...wrapText(`${generalMessage(first.problem)} ${action}`, columns),
    ...wrapText(remedy, columns),
    "",
    ...apart(examples.map((example) => exampleLines(example, columns, theme))),
    "",
  ];
  if (times > examples.length)
    lines.push(theme.text(`  ${words.moreProblems(times - examples.length)}`, { dim: true }), "");
  return `${lines.join("\n")}\n`;
}

function severityLook(severity: Severity) {
  return severity === "error" ? ({ bold: true, alert: true } as const) : ({ bold: true } as const);
}

/** What a problem says, without what was seen in one place. */
function generalMessage({ message, value }: Problem): string {
  if (value === undefined) return message;
  return message.replace(`: ${value}.`, () => ".").replace(value, () => "…");
}

/** Examples with space between them, unless they are a line each. */
function apart(examples: readonly (readonly string[])[]): readonly string[] {
  const areLines = examples.every((lines) => lines.length === 1);
  return examples.flatMap((lines, index) => (areLines || index === 0 ? lines : ["", ...lines]));
}

function exampleLines(
  { problem, folder, shownPath }: CheckedProblem,
  columns: number,
  theme: Theme,
): readonly string[] {
  const { path, line, column, value } = problem;
  const place = [shownPath, line, column].filter((part) => part !== undefined).join(":");
  const gutter = " ".repeat(indent + String(line ?? "").length);
  const room = columns - gutter.length - 3;
  const quoted =
    line === undefined ? undefined : sourceLine(folder, path, line, { column, value }, room);
  const isSeen = value === undefined || quoted?.text.includes(value) === true;
  const seen = isSeen ? "" : value;
  const bar = theme.text(` ${words.paneRule} `, { dim: true });
  return [
    `  ${place}`,
    ...(quoted === undefined
      ? []
      : [theme.text(gutter.slice(0, indent) + String(line), { dim: true }) + bar + quoted.text]),
    ...(quoted?.mark === undefined
      ? seen === ""
        ? []
        : [`${gutter} ${theme.text("=", { accent: true })} ${cutText(seen, room)}`]
      : [gutter + bar + markLine(quoted.mark, seen, room, theme)]),
  ];
}

/** The caret under the place, and behind it what was seen there, if the line does not show it. */
function markLine(
  { column, columns }: NonNullable<SourceLine["mark"]>,
  seen: string,
  room: number,
  theme: Theme,
): string {
  const caret = " ".repeat(column) + theme.text("^".repeat(columns), { accent: true });
  const left = room - column - columns - 1;
  const isRoom = seen !== "" && left >= Math.min(displayWidth(seen), 12);
  return isRoom ? `${caret} ${cutText(seen, left)}` : caret;
}

/** How many problems there are in all. */
export function summaryText(
  { error, warning, note }: { readonly [severity in Severity]: number },
  areNotesShown: boolean,
): string {
  if (error + warning + note === 0) return `${words.noProblems}\n`;
  const hint = note > 0 && !areNotesShown ? ` ${words.notesCounted(note)}` : "";
  return `${[count(error, "error", "errors"), count(warning, "warning", "warnings"), count(note, "note", "notes")].join(", ")}.${hint}\n`;
}
