import type { Article, ArticleSummary, Problem } from "@broadsheet/core/view";
import { emptyRow, rule, type Row } from "../rows/row.ts";
import { inCapitals } from "../words/capitals.ts";
import { fullDate } from "../words/dates.ts";
import { words } from "../words/words.ts";
import { blockLines, spaceBefore, type Measure } from "./block-lines.ts";
import { problemLines } from "./problem-lines.ts";
import { styled, wrapStyled } from "./styled-text.ts";

/** What is needed to say when an article appeared. */
export type Clock = { readonly timeZone: string; readonly nowMs: number };

/** An article in lines, and the places where its head, byline and each block of its text begin. */
export type ArticleLines = { readonly rows: readonly Row[]; readonly starts: readonly number[] };

type Laid = { readonly columns: number; readonly timeZone: string; readonly lines: ArticleLines };

/** The last layout of each article: it is asked for on every key, and changes only with the width. */
const laid = new WeakMap<Article, Laid>();

/**
 * An article in full, in lines of at most so many columns: section, headline, standfirst, byline, text,
 * and at the end what is wrong with its file.
 */
export function articleLines(
  article: Article,
  columns: number,
  clock: Clock,
  problems: readonly Problem[] = [],
): ArticleLines {
  const known = laid.get(article);
  if (known?.columns === columns && known.timeZone === clock.timeZone) return known.lines;
  const measure = measureOf(article, columns);
  const rows: Row[] = [...headLines(article, measure), ...bylineLines(article, measure, clock)];
  const starts = [0];
  for (const [index, block] of article.blocks.entries()) {
    rows.push(...spaceBefore(block, index + 1));
    starts.push(rows.length);
    rows.push(...blockLines(block, measure));
  }
  if (article.blocks.length === 0) {
    rows.push(emptyRow, ...wrapStyled(styled(words.noText, { dim: true }), columns));
  }
  rows.push(...problemLines(problems, columns));
  const lines = { rows, starts };
  laid.set(article, { columns, timeZone: clock.timeZone, lines });
  return lines;
}

function measureOf(article: ArticleSummary, columns: number): Measure {
  return article.inLanguage === undefined ? { columns } : { columns, language: article.inLanguage };
}

function headLines(article: Article, { columns, language }: Measure): readonly Row[] {
  const section =
    article.section === undefined
      ? []
      : wrapStyled(styled(inCapitals(article.section.label), { accent: true }), columns);
  const headline = wrapStyled(styled(article.headline, { bold: true }), columns, language);
  const standfirst =
    article.standfirst && article.description !== undefined
      ? [emptyRow, ...wrapStyled(styled(article.description, { italic: true }), columns, language)]
      : [];
  return [...section, ...headline, ...standfirst];
}

function bylineLines(article: Article, { columns }: Measure, clock: Clock): readonly Row[] {
  const mark = visibilityMark(article, clock.nowMs);
  return [
    rule(0, Math.min(words.shortRuleColumns, columns), words.thinRule, { dim: true }),
    ...wrapStyled(styled(byline(article, clock).join(words.between), { dim: true }), columns),
    ...(mark === undefined ? [] : wrapStyled(styled(mark, { bold: true }), columns)),
  ];
}

/** Who wrote an article, when it appeared, and how long it takes to read, as far as known. */
export function byline(article: ArticleSummary, { timeZone }: Clock): readonly string[] {
  return [
    ...(article.author.length > 0 ? [article.author.join(", ")] : []),
    ...(article.datePublished === undefined ? [] : [fullDate(article.datePublished, timeZone)]),
    ...(article.readingMinutes > 0 ? [words.minutes(article.readingMinutes)] : []),
  ];
}

/** Why readers elsewhere do not see an article yet: it is a draft, or its date has not come. */
export function visibilityMark(article: ArticleSummary, nowMs: number): string | undefined {
  if (article.draft) return words.draft;
  return article.datePublished !== undefined && article.datePublished.epochMs > nowMs
    ? words.notYetPublished
    : undefined;
}
