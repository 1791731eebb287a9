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

/** Rows for what is said of the selected problem, at least and at most. */
const detailRows = { least: 4, most: 5 } as const;

/** Fewest rows for the problems themselves. */
const minListRows = 3;

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

/** Rows of the list of problems, and under it those between it and what is said of the selected one, and for that. */
export function problemParts(state: Pick<State, "size" | "focus">): {
  readonly list: number;
  readonly gap: number;
  readonly detail: number;
} {
  const { rows } = layout(state).body;
  // A line parts them, with an empty row over it where there is room.
  const isRoomy = rows >= 3 * detailRows.most;
  const gap = isRoomy ? 2 : 1;
  const detail = isRoomy ? detailRows.most : detailRows.least;
  const list = rows - gap - detail;
  return list < minListRows
    ? { list: Math.max(1, rows), gap: 0, detail: 0 }
    : { list, gap, detail };
}

/** The screen with another problem selected, and in view together with the title over it. */
export function selectProblem(state: State, wanted: number): State {
  const { problems } = state;
  if (problems === undefined) return state;
  const count = problems.kinds.reduce((sum, kind) => sum + kind.problems.length, 0);
  const selected = Math.max(0, Math.min(wanted, count - 1));
  const rows = problemRows(problems);
  const row = rows.findIndex((each) => each.type === "problem" && each.place === selected);
  const room = problemParts(state).list;
  const first = rows[row - 1]?.type === "kind" ? row - 1 : row;
  const top = Math.max(0, Math.min(Math.max(problems.top, row - room + 1), first, rows.length));
  return { ...state, problems: { ...problems, selected, top } };
}

/** The problems have come; the same one stays selected where it is still there, otherwise the one in its place. */
export function answerProblems(
  state: State,
  generation: string,
  kinds: readonly ProblemKind[],
): State {
  const { selected, top } = state.problems ?? { selected: 0, top: 0 };
  const was = selectedProblem(state);
  const all = kinds.flatMap((kind) => kind.problems);
  const same = all.findIndex((each) => each.code === was?.code && each.path === was.path);
  // A file may have several of a kind.
  const isThere = all[selected]?.code === was?.code && all[selected]?.path === was?.path;
  const now = same < 0 || isThere ? selected : same;
  const moved = Math.max(0, top + now - selected);
  return selectProblem(
    { ...state, problems: { generation, kinds, selected: now, top: moved } },
    now,
  );
}
