import {
  cleanLine,
  listJson,
  type Archive,
  type ArchiveStatus,
  type Hit,
  type Page,
} from "@broadsheet/core/view";
import { number } from "../words/numbers.ts";
import { words } from "../words/words.ts";
import { askedQuery, queryProblemText } from "./asked-query.ts";
import { exitCodes } from "./exit-codes.ts";
import { hitText } from "./hit-text.ts";
import { jsonText } from "./json-text.ts";
import { formatProblem, listFormat } from "./list-formats.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";
import { unknownValues } from "./unknown-values.ts";

/** An archive, and its folder as it was named. */
export type Opened = {
  readonly archive: Archive;
  readonly status: ArchiveStatus;
  readonly folder: string;
};

/** Articles read at once when all are printed. */
const articlesAtOnce = 200;

/**
 * Prints a page of articles; with words to look for also the passages that hold them. Into a pipe all of
 * them go, unless a number was asked for.
 */
export async function list(
  invocation: Invocation,
  typed: string | undefined,
  { archive, status, folder }: Opened,
  output: Output,
): Promise<number> {
  const { query, page: request, problems, warnings } = askedQuery(invocation, typed, status);
  if (problems.length > 0) {
    for (const problem of problems) output.say(`broadsheet: ${queryProblemText(problem)}\n`);
    return exitCodes.usage.code;
  }
  const clash = formatProblem(invocation);
  if (clash !== undefined) {
    output.say(`broadsheet: ${clash}\n`);
    return exitCodes.usage.code;
  }
  const format = listFormat(invocation, folder);
  for (const { message } of warnings) output.say(`broadsheet: ${cleanLine(message)}\n`);
  const isJson = flagValue(invocation, "--json") !== undefined;
  const isForPrograms = format !== undefined || (!output.isTerminal && !isJson);
  const isWhole = isForPrograms && flagValue(invocation, "--limit") === undefined;
  const options = {
    limit: isWhole ? articlesAtOnce : request.limit,
    excerpts: typed !== undefined && (isJson || (output.isTerminal && format === undefined)),
  };
  let page = await archive.search(query, {
    ...options,
    ...(request.cursor === undefined ? {} : { cursor: request.cursor }),
  });
  if (isJson) {
    await output.print(jsonText(listJson(page, { timeZone: status.timeZone, status, warnings })));
    return exitCodes.success.code;
  }
  if (format !== undefined && format.head !== "") await output.print(format.head);
  const textOf = (hit: Hit): string => format?.article(hit, status) ?? hitText(hit, status, output);
  for (;;) {
    for (const hit of page.hits) await output.print(textOf(hit));
    if (!isWhole || page.next === undefined) break;
    page = await archive.search(query, { ...options, cursor: page.next });
  }
  if (page.total === 0)
    for (const sentence of await unknownValues(archive, query))
      output.say(`broadsheet: ${sentence}\n`);
  if (page.meant !== undefined) output.say(`broadsheet: ${words.meant(cleanLine(page.meant))}\n`);
  sayWhatIsLeft(page, output);
  return exitCodes.success.code;
}

function sayWhatIsLeft({ hits, total, totalRelation, next }: Page, output: Output): void {
  if (total === 0) return output.say(`${words.noArticles}\n`);
  if (next === undefined) return;
  const all = `${number(total)}${totalRelation === "eq" ? "" : "+"}`;
  output.say(`${words.morePages(number(hits.length), all, next)}\n`);
}
