import {
  problemCodes,
  type Archive,
  type Problem,
  type ProblemCode,
  type Severity,
} from "@broadsheet/core/view";
import type { State } from "./state.ts";
import { layout } from "./layout.ts";

/** Problems of one kind: how many there are, and the first of them. */
export type ProblemKind = {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly total: number;
  readonly problems: readonly Problem[];
};

/** What is wrong with the archive's files, kind by kind, and the one that is selected. */
export type ProblemsView = {
  /** The archive's generation when it was last asked. */
  readonly generation: string;
  readonly kinds: readonly ProblemKind[];
  /** The selected problem, from 0, counted through all kinds. */
  readonly selected: number;
  /** The first row in view. */
  readonly top: number;
};

/** A row of the screen: the title of a kind, a problem, that there are more, or space. */
export type ProblemRow =
  | { readonly type: "kind"; readonly kind: ProblemKind }
  | { readonly type: "problem"; readonly problem: Problem; readonly place: number }
  | { readonly type: "more"; readonly count: number }
  | { readonly type: "space" };

/** Problems of one kind that are shown: whoever mends these knows how to mend the rest. */
const shownOfKind = 100;

/** Rows for what is said of the selected problem, and between it and the others. */
const detailRows = 5;

/** Asks an archive for its problems, errors first; notes are left out. */
export async function readProblemKinds(archive: Archive): Promise<readonly ProblemKind[]> {
  const kinds: ProblemKind[] = [];
  for (const code of problemCodes) {
    const { problems, total } = await archive.problems({ code, limit: shownOfKind });
    const severity = problems[0]?.severity ?? "note";
    if (severity !== "note") kinds.push({ code, severity, total, problems });
  }
  return kinds.toSorted(
    (a, b) => Number(b.severity === "error") - Number(a.severity === "error") || b.total - a.total,
  );
}

/** The problems in rows. */
export function problemRows({ kinds }: ProblemsView): readonly ProblemRow[] {
  const rows: ProblemRow[] = [];
  let place = 0;
  for (const kind of kinds) {
    if (rows.length > 0) rows.push({ type: "space" });
    rows.push({ type: "kind", kind });
    for (const problem of kind.problems) rows.push({ type: "problem", problem, place: place++ });
    const more = kind.total - kind.problems.length;
    if (more > 0) rows.push({ type: "more", count: more });
  }
  return rows;
}

/** The selected problem; undefined while there is none. */
export function selectedProblem({ problems }: Pick<State, "problems">): Problem | undefined {
  return problems?.kinds.flatMap((kind) => kind.problems)[problems.selected];
}

/** Rows that the list of problems has, over what is said of the selected one. */
export function problemListRows(state: Pick<State, "size" | "focus">): number {
  const { rows } = layout(state).body;
  return Math.max(1, rows > 3 * detailRows ? rows - detailRows - 2 : rows);
}

/** The screen with another problem selected, and in view together with the title over it. */
export function selectProblem(state: State, wanted: number): State {
  const { problems } = state;
  if (problems === undefined) return state;
  const count = problems.kinds.reduce((sum, kind) => sum + kind.problems.length, 0);
  const selected = Math.max(0, Math.min(wanted, count - 1));
  const rows = problemRows(problems);
  const row = rows.findIndex((each) => each.type === "problem" && each.place === selected);
  const room = problemListRows(state);
  const first = rows[row - 1]?.type === "kind" ? row - 1 : row;
  const top = Math.max(0, Math.min(Math.max(problems.top, row - room + 1), first, rows.length));
  return { ...state, problems: { ...problems, selected, top } };
}

/** The problems have come; the selection stays where it was, as far as it goes. */
export function answerProblems(
  state: State,
  generation: string,
  kinds: readonly ProblemKind[],
): State {
  const { selected, top } = state.problems ?? { selected: 0, top: 0 };
  return selectProblem({ ...state, problems: { generation, kinds, selected, top } }, selected);
}
