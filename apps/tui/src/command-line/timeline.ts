import { type Archive, type ArchiveStatus, type TimelineBucket } from "@broadsheet/core/view";
import { number } from "../words/numbers.ts";
import { words } from "../words/words.ts";
import { askedQuery, queryProblemText } from "./asked-query.ts";
import { periods } from "./command-table.ts";
import { exitCodes } from "./exit-codes.ts";
import { jsonText } from "./json-text.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";

/** Eighths of a column, so that a bar is as long as it should be. */
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** Longest bar. */
const maxBarColumns = 48;

/** Prints how many articles there are for each month or year, those without articles left out. */
export async function timeline(
  invocation: Invocation,
  archive: Archive,
  status: ArchiveStatus,
  output: Output,
): Promise<number> {
  const { query, problems } = askedQuery(invocation, undefined, status);
  if (problems.length > 0) {
    for (const problem of problems) output.say(`broadsheet: ${queryProblemText(problem)}\n`);
    return exitCodes.usage.code;
  }
  const by = flagValue(invocation, "--by");
  const interval = periods.find((each) => each === by) ?? "month";
  const { buckets, coarser, undated, generation } = await archive.timeline(query, interval);
  if (flagValue(invocation, "--json") !== undefined) {
    await output.print(jsonText({ data: buckets, meta: { coarser, undated, generation } }));
    return exitCodes.success.code;
  }
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  const line = output.isTerminal
    ? (bucket: TimelineBucket) => barLine(bucket, most, output)
    : ({ period, count }: TimelineBucket) => `${period}\t${count}\n`;
  await output.print(buckets.map(line).join(""));
  if (buckets.length === 0) output.say(`${words.noArticles}\n`);
  else if (undated + coarser > 0) output.say(`${words.notInTimeline(undated, coarser)}\n`);
  return exitCodes.success.code;
}

function barLine({ period, count }: TimelineBucket, most: number, output: Output): string {
  const widest = number(most).length;
  const room = Math.min(maxBarColumns, output.columns - period.length - widest - 6);
  const length = Math.round((count / most) * Math.max(1, room) * 8);
  const bar = "█".repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? "");
  const value = number(count).padStart(widest);
  return ` ${period}  ${output.theme.text(value, { dim: true })}  ${output.theme.text(bar, { accent: true })}\n`;
}
