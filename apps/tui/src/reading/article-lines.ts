import type { Article, ArticleSummary, Problem } from "@broadsheet/core/view";
import { emptyRow, rule, type Row } from "../rows/row.ts";
import { inCapitals } from "../words/capitals.ts";
import { fullDate } from "../words/dates.ts";
import { words } from "../words/words.ts";
import { blockLines, spaceBefore, wrapped, type Measure } from "./block-lines.ts";
import { alignedLines, endingAt, isRightToLeft } from "./direction.ts";
import type { Marker } from "./marker.ts";
import { problemLines } from "./problem-lines.ts";
import { styled, withMatches, wrapStyled } from "./styled-text.ts";

/** What is needed to say when an article appeared. */
export type Clock = { readonly timeZone: string; readonly nowMs: number };

/** What an article is shown with beside its text. */
export type ArticleLook = Pick<Measure, "marker" | "scrollsCode" | "isSpoken"> & {
  /** What is wrong with its file; default nothing. */
  readonly problems?: readonly Problem[];
};

type Laid = {
  readonly columns: number;
  readonly timeZone: string;
  readonly marker: Marker | undefined;
  readonly lines: ArticleLines;
};

/** The last layout of each article: it is asked for on every key, and changes only with the width. */
const laid = new WeakMap<Article, Laid>();

/**
 * An article in full, in lines of at most so many columns: section, headline, standfirst, byline, text,
 * and at the end what is wrong with its file. It is laid out as far as it is asked for.
 */
export function articleLines(
  article: Article,
  columns: number,
  clock: Clock,
  { problems = [], ...how }: ArticleLook = {},
): ArticleLines {
  const known = laid.get(article);
  const { timeZone } = clock;
  const { marker } = how;
  const isSame = known?.columns === columns && known.timeZone === timeZone;
  if (isSame && known.marker === marker) return known.lines;
  const measure = { ...measureOf(article, columns), ...how };
  const lines = new ArticleLines(article, measure, clock, problems);
  laid.set(article, { columns, timeZone, marker, lines });
  return lines;
}

/** An article in lines of one width. A book of an article takes a second to lay out, the first screen of it nothing. */
export class ArticleLines {
  readonly #article: Article;
  readonly #measure: Measure;
  readonly #problems: readonly Problem[];
  readonly #rows: Row[];
  /** Where the head and each block that is laid out begins. */
  readonly #starts: number[] = [0];
  #isComplete = false;

  constructor(article: Article, measure: Measure, clock: Clock, problems: readonly Problem[]) {
    this.#article = article;
    this.#measure = measure;
    this.#problems = problems;
    this.#rows = [...headLines(article, measure), ...bylineLines(article, measure, clock)];
  }

  /** All rows. */
  get rows(): readonly Row[] {
    return this.rowsTo(Infinity);
  }

  /** The rows before a place, and perhaps some more; fewer when the article ends before it. */
  rowsTo(end: number): readonly Row[] {
    while (this.#rows.length < end && !this.#isComplete) this.#layNext();
    return this.#rows;
  }

  /** Lays out what is left for so many milliseconds. Whether nothing is left. */
  layOutFor(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    while (!this.#isComplete && performance.now() < end) this.#layNext();
    return this.#isComplete;
  }

  /** The part that a row is in: 0 is the head, then the blocks. */
  partAt(row: number): number {
    this.rowsTo(row + 1);
    return this.#starts.findLastIndex((start) => start <= row);
  }

  /** The first row of a part; after the last part, the number of rows. */
  startOf(part: number): number {
    while (this.#starts.length <= part && !this.#isComplete) this.#layNext();
    return this.#starts[part] ?? this.#rows.length;
  }

  /** Number of rows: as many as there are, or, while some are not laid out, as many as there should be. */
  get expectedLength(): number {
    const { length } = this.#rows;
    if (this.#isComplete) return length;
    const done = Math.max(1, this.#starts.length - 1);
    return Math.ceil((length * Math.max(done, this.#article.blocks.length)) / done);
  }

  #layNext(): void {
    const { blocks } = this.#article;
    const index = this.#starts.length - 1;
    const block = blocks[index];
    if (block !== undefined) {
      this.#rows.push(...spaceBefore(block, index + 1));
      this.#starts.push(this.#rows.length);
      // A block of a hundred thousand rows has too many to be passed as arguments.
      for (const row of blockLines(block, this.#measure)) this.#rows.push(row);
      return;
    }
    const { columns } = this.#measure;
    if (blocks.length === 0)
      this.#rows.push(emptyRow, ...wrapStyled(styled(words.noText, { dim: true }), columns));
    this.#rows.push(...problemLines(this.#problems, columns));
    this.#isComplete = true;
  }
}

function measureOf(article: ArticleSummary, columns: number): Measure {
  return article.inLanguage === undefined ? { columns } : { columns, language: article.inLanguage };
}

function headLines(article: Article, measure: Measure): readonly Row[] {
  const { columns } = measure;
  const section =
    article.section === undefined
      ? []
      : alignedLines(styled(inCapitals(article.section.label), { accent: true }), columns);
  const title = withMatches(styled(article.headline, { bold: true }), measure.marker, true);
  const headline = alignedLines(title, columns, measure.language);
  const standfirst =
    article.standfirst && article.description !== undefined
      ? [emptyRow, ...wrapped(styled(article.description, { italic: true }), measure)]
      : [];
  return [...section, ...headline, ...standfirst];
}

/** A line and who wrote the article, at the side where its headline begins. */
function bylineLines(article: Article, { columns }: Measure, clock: Clock): readonly Row[] {
  const mark = visibilityMark(article, clock.nowMs);
  const rows = [
    rule(0, Math.min(words.shortRuleColumns, columns), words.thinRule, { dim: true }),
    ...wrapStyled(styled(byline(article, clock).join(words.between), { dim: true }), columns),
    ...(mark === undefined ? [] : wrapStyled(styled(mark, { bold: true }), columns)),
  ];
  return isRightToLeft(article.headline) ? rows.map((row) => endingAt(columns, row)) : rows;
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
