import { problemJson, type ProblemCode, type Severity } from "@broadsheet/core/view";
import type { CheckedProblem } from "./checked-problems.ts";
import { exitCodes } from "./exit-codes.ts";
import { jsonText } from "./json-text.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";
import { problemGroupText, summaryText, type ProblemGroup } from "./problem-report.ts";

/** Examples of each kind that are printed when nobody asks for all. */
const examplesShown = 3;

/** Prints problems by kind; notes are only counted unless all are asked for. Errors alone make it fail. */
export async function check(
  invocation: Invocation,
  problems: AsyncIterable<CheckedProblem>,
  output: Output,
): Promise<number> {
  const isJson = flagValue(invocation, "--json") !== undefined;
  const isAll = flagValue(invocation, "--all") !== undefined;
  const counts: { [severity in Severity]: number } = { error: 0, warning: 0, note: 0 };
  const groups = new Map<ProblemCode, { count: number; examples: CheckedProblem[] }>();
  const data: unknown[] = [];

  for await (const checked of problems) {
    const { problem, folder } = checked;
    counts[problem.severity]++;
    if (isJson) data.push({ ...problemJson(problem), folder });
    const group = groups.get(problem.code) ?? { count: 0, examples: [] };
    group.count++;
    if (isAll || group.examples.length < examplesShown) group.examples.push(checked);
    groups.set(problem.code, group);
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
      if (isAll || group.examples[0]?.problem.severity !== "note")
        await output.print(problemGroupText(group, output));
    }
    await output.print(summaryText(counts, isAll));
  }
  return counts.error > 0 ? exitCodes.negative.code : exitCodes.success.code;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** What matters most first, and of that what is most frequent. */
function inOrder(groups: readonly ProblemGroup[]): readonly ProblemGroup[] {
  return groups.toSorted((a, b) => weightOf(a) - weightOf(b) || b.count - a.count);
}

function weightOf({ examples: [first] }: ProblemGroup): number {
  return first === undefined ? weight.note : weight[first.problem.severity];
}
