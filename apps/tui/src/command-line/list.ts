import {
  articleSummaryJson,
  cleanLine,
  listJson,
  type Archive,
  type ArchiveStatus,
  type Hit,
  type Page,
} from "@broadsheet/core/view";
import { visibilityMark } from "../reading/article-lines.ts";
import { highlighted, wrapStyled } from "../reading/styled-text.ts";
import { flow, flowWithin, moved, type Row } from "../rows/row.ts";
import { fullDate, undated } from "../words/dates.ts";
import { number } from "../words/numbers.ts";
import { words } from "../words/words.ts";
import { askedQuery, queryProblemText } from "./asked-query.ts";
import { exitCodes } from "./exit-codes.ts";
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

/** Columns of a date and the space after it. */
const dateColumns = 13;

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
  const textOf = (hit: Hit): string =>
    format?.article(hit, page, status) ??
    (output.isTerminal ? entry(hit, status, output) : tabbed(hit, status));
  for (;;) {
    for (const hit of page.hits) await output.print(textOf(hit));
    if (!isWhole || page.next === undefined) break;
    page = await archive.search(query, { ...options, cursor: page.next });
  }
  if (page.total === 0)
    for (const sentence of await unknownValues(archive, query))
      output.say(`broadsheet: ${sentence}\n`);
  sayWhatIsLeft(page, output);
  return exitCodes.success.code;
}

/** One article on one line: date, id, section, headline. */
function tabbed({ article }: Hit, { timeZone }: ArchiveStatus): string {
  const { datePublished = "" } = articleSummaryJson(article, { timeZone });
  return `${[datePublished, article.id, article.section?.label ?? "", article.headline].join("\t")}\n`;
}

/** One article as a person reads it. */
function entry(
  { article, headline, excerpt }: Hit,
  { timeZone }: ArchiveStatus,
  { theme, columns }: Output,
): string {
  const date =
    article.datePublished === undefined ? undated : fullDate(article.datePublished, timeZone);
  const room = Math.max(20, columns - dateColumns);
  const language = article.inLanguage;
  const titles = wrapStyled(
    highlighted(headline.text, headline.highlights, { bold: true }, { bold: true, accent: true }),
    room,
    language,
  );
  const mark = visibilityMark(article, Date.now());
  const details = [
    ...(mark === undefined ? [] : [mark]),
    ...(article.section === undefined ? [] : [article.section.label]),
    ...(article.readingMinutes > 0 ? [words.minutes(article.readingMinutes)] : []),
    article.id,
  ];
  const passage =
    excerpt === undefined
      ? []
      : wrapStyled(
          highlighted(excerpt.text, excerpt.highlights, {}, { accent: true, underline: true }),
          room,
          language,
        );
  const [first = [], ...rest] = [
    ...titles,
    flowWithin(0, room, [details.join(words.between), { dim: true }]),
    ...passage,
  ].map((row) => moved(row, dateColumns));
  const rows: readonly Row[] = [
    [...flow(0, [date, { dim: true }]), ...first],
    ...rest,
    ...(passage.length > 0 ? [[]] : []),
  ];
  return rows.map((row) => `${theme.line(row)}\n`).join("");
}

function sayWhatIsLeft({ hits, total, totalRelation, next }: Page, output: Output): void {
  if (total === 0) return output.say(`${words.noArticles}\n`);
  if (next === undefined) return;
  const all = `${number(total)}${totalRelation === "eq" ? "" : "+"}`;
  output.say(`${words.morePages(number(hits.length), all, next)}\n`);
}
