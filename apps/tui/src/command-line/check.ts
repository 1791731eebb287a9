import {
  maxPageSize,
  problemJson,
  type Archive,
  type Problem,
  type ProblemCode,
  type Severity,
} from "@broadsheet/core";
import { exitCodes } from "./exit-codes.ts";
import { jsonText } from "./json-text.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";
import { problemGroupText, summaryText, type ProblemGroup } from "./problem-report.ts";

/** Examples of each kind that are printed when nobody asks for all. */
const examplesShown = 3;

/** An archive to be checked; with paths, only these files of it. */
export type Checked = {
  readonly archive: Archive;
  readonly folder: string;
  readonly paths?: readonly string[];
};

/** Prints the problems of archives by kind. Errors alone make it fail. */
export async function check(
  invocation: Invocation,
  checked: readonly Checked[],
  output: Output,
): Promise<number> {
  const isJson = flagValue(invocation, "--json") !== undefined;
  const isAll = flagValue(invocation, "--all") !== undefined;
  const counts: { [severity in Severity]: number } = { error: 0, warning: 0, note: 0 };
  const groups = new Map<
    ProblemCode,
    { problem: Problem; count: number; examples: { problem: Problem; folder: string }[] }
  >();
  const data: unknown[] = [];

  for (const { archive, folder, paths } of checked) {
    for await (const problem of allProblems(archive, paths)) {
      counts[problem.severity]++;
      if (isJson) data.push(problemJson(problem));
      const group = groups.get(problem.code) ?? { problem, count: 0, examples: [] };
      group.count++;
      if (isAll || (group.examples.length < examplesShown && problem.severity !== "note"))
        group.examples.push({ problem, folder });
      groups.set(problem.code, group);
    }
  }

  if (isJson)
    await output.print(
      jsonText({
        data,
        meta: { errors: counts.error, warnings: counts.warning, notes: counts.note },
      }),
    );
  else {
    for (const group of inOrder([...groups.values()])) {
      if (group.examples.length > 0) await output.print(problemGroupText(group, output));
    }
    await output.print(summaryText(counts));
  }
  return counts.error > 0 ? exitCodes.negative.code : exitCodes.success.code;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** What matters most first, and of that what is most frequent. */
function inOrder(groups: readonly ProblemGroup[]): readonly ProblemGroup[] {
  return groups.toSorted(
    (a, b) => weight[a.problem.severity] - weight[b.problem.severity] || b.count - a.count,
  );
}

async function* allProblems(
  archive: Archive,
  paths: readonly string[] | undefined,
): AsyncGenerator<Problem> {
  for (const path of paths ?? [undefined]) {
    let cursor: string | undefined;
    do {
      const page = await archive.problems({
        limit: maxPageSize,
        ...(path === undefined ? {} : { path }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      yield* page.problems;
      cursor = page.next;
    } while (cursor !== undefined);
  }
}
