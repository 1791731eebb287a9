import { cutText } from "@broadsheet/core/view";
import { placeOf } from "../reading/problem-lines.ts";
import { styled, wrapStyled } from "../reading/styled-text.ts";
import {
  emptyRow,
  flow,
  flowWithin,
  moved,
  rowText,
  rule,
  type Row,
  type Tone,
} from "../rows/row.ts";
import { layout } from "../state/layout.ts";
import {
  problemParts,
  problemRows,
  selectedProblem,
  type ProblemRow,
} from "../state/problems-view.ts";
import type { State } from "../state/state.ts";
import { count, number } from "../words/numbers.ts";
import { words } from "../words/words.ts";

/** Longest lines of what is said of a problem. */
const maxColumns = 76;

/** What is wrong with the archive's files, by kind; of the selected problem what it is and how to mend it. */
export function problemsPane(state: State): readonly Row[] {
  const { problems, failures } = state;
  const { columns } = layout(state).body;
  const say = (text: string): readonly Row[] =>
    wrapStyled(styled(text, { dim: true }), Math.min(columns - 2, maxColumns)).map((row) =>
      moved(row, 1),
    );
  if (failures.problems !== undefined) return say(failures.problems.message);
  if (problems === undefined) return [];
  if (problems.kinds.length === 0) return say(words.noProblems);
  const { list: listRows, gap, detail } = problemParts(state);
  const rows = problemRows(problems)
    .slice(problems.top, problems.top + listRows)
    .map((row) => problemRow(row, problems.selected, columns));
  if (detail === 0) return rows;
  const selected = selectedProblem(state);
  if (selected === undefined) return rows;
  const blank = Array.from({ length: listRows + gap - 1 - rows.length }, () => emptyRow);
  const { message, action, remedy } = selected;
  return [
    ...rows,
    ...blank,
    rule(1, columns - 1, words.thinRule, { dim: true }),
    ...within(say(`${message} ${action} ${remedy}`), detail, columns - 1),
  ];
}

/** As many rows of a text as there is room for; of a longer one the end is cut. */
function within(rows: readonly Row[], room: number, columns: number): readonly Row[] {
  const [last, next] = rows.slice(room - 1);
  if (last === undefined || next === undefined) return rows;
  const text = `${rowText(last).trim()} ${rowText(next).trim()}`;
  return [...rows.slice(0, room - 1), flow(1, [cutText(text, columns - 1), { dim: true }])];
}

function problemRow(row: ProblemRow, selected: number, columns: number): Row {
  switch (row.type) {
    case "space":
      return emptyRow;
    case "kind": {
      const { severity, code, total } = row.kind;
      const tone: Tone = severity === "error" ? { bold: true, alert: true } : { bold: true };
      return flowWithin(
        1,
        columns - 1,
        [words.severity[severity], tone],
        [`${words.between}${code}`, { bold: true }],
        [`${words.between}${count(total, "time", "times")}`, { dim: true }],
      );
    }
    case "problem": {
      const isSelected = row.place === selected;
      const { path, line, column } = row.problem;
      // Of a long path the end goes, never the line.
      const at = placeOf({ path: "", line, column });
      const place = cutText(path, columns - 4 - at.length) + at;
      return [
        ...(isSelected ? flow(0, [words.selectionBar, { accent: true }]) : []),
        ...flow(3, [place, isSelected ? { bold: true } : {}]),
      ];
    }
    case "more":
      return flowWithin(3, columns - 4, [words.moreOfKind(number(row.count)), { dim: true }]);
  }
}
