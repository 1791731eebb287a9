import { articleSummaryJson, type ArchiveStatus, type Hit } from "@broadsheet/core/view";
import { visibilityMark } from "../reading/article-lines.ts";
import { highlighted, wrapStyled } from "../reading/styled-text.ts";
import { flow, flowWithin, moved, type Row } from "../rows/row.ts";
import { fullDate, undated } from "../words/dates.ts";
import { words } from "../words/words.ts";
import type { Output } from "./output.ts";

/** Columns of a date and the space after it. */
const dateColumns = 13;

/** An article of a list as text: for a person at a terminal, or on one line for a pipe. */
export function hitText(hit: Hit, status: ArchiveStatus, output: Output): string {
  return output.isTerminal ? entry(hit, status, output) : tabbed(hit, status);
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
