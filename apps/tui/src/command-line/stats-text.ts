import { wrapText, type FacetCount } from "@broadsheet/core/view";
import type { FolderSurvey, LeftOutFiles, LeftOutReason } from "@broadsheet/core/node";
import { filterLabel } from "../screens/filters-pane.ts";
import { valueFields, inOrder, type ValueField } from "../state/filter-rows.ts";
import { count, number, share } from "../words/numbers.ts";
import { statsWords } from "../words/stats-words.ts";
import { words } from "../words/words.ts";
import { countedFields, type ArticleCounts } from "./count-articles.ts";
import type { Output } from "./output.ts";
import type { CodeCount, Stats } from "./stats.ts";

/** Values of one field that are printed; the JSON has all. */
const maxValues = 20;

/** Endings that are named of the files that were left out. */
const maxEndings = 6;

/** Columns of a share, `100 %`. */
const shareColumns = 5;

type Paper = Pick<Output, "theme" | "columns">;
type Line = readonly [count: number, label: string];

/** What an archive holds, for a person to read. */
export function statsText(stats: Stats, paper: Paper): string {
  const { status, counts, facets, problems, files } = stats;
  const blocks = [
    head(stats, paper),
    countLines(statsWords.frontMatter, formatLines(counts), counts.articles, paper),
    fieldLines(counts, paper),
    ...valueFields.map((field) => facetLines(field, facets[field] ?? [], counts.articles, paper)),
    countLines(statsWords.files, fileLines(files, status.articles), undefined, paper),
    problemLines(stats, problems, paper),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function head({ status, counts }: Stats, { theme }: Paper): readonly string[] {
  const { firstMs, lastMs, timeZone } = status;
  const span =
    firstMs === undefined || lastMs === undefined ? [] : [words.span(firstMs, lastMs, timeZone)];
  const size = [words.archiveSize(status.articles), ...span, count(counts.words, "word", "words")];
  return [
    theme.text(status.name, { bold: true }),
    size.join(words.between),
    theme.text(status.folder, { dim: true }),
  ];
}

/** A title, and numbers with what they count; `whole` is what their shares are of. */
function countLines(
  title: string,
  lines: readonly Line[],
  whole: number | undefined,
  { theme, columns }: Paper,
): readonly string[] {
  if (lines.length === 0) return [];
  const widest = Math.max(...lines.map(([value]) => number(value).length));
  return [
    theme.text(title, { bold: true }),
    ...lines.flatMap(([value, label]) => {
      const part = whole === undefined ? "" : `  ${share(value, whole).padStart(shareColumns)}`;
      const start = `  ${number(value).padStart(widest)}${part}  `;
      const [first = "", ...rest] = wrapText(label, Math.max(20, columns - start.length));
      return [start + first, ...rest.map((line) => " ".repeat(start.length) + line)];
    }),
  ];
}

function formatLines({ frontMatter }: ArticleCounts): readonly Line[] {
  return Object.entries(statsWords.formats)
    .map(([format, label]): Line => [frontMatter[formatOf(format)], label])
    .filter(([value]) => value > 0)
    .toSorted(([a], [b]) => b - a);
}

function formatOf(name: string): keyof ArticleCounts["frontMatter"] {
  return name === "yaml" || name === "toml" || name === "json" || name === "header" ? name : "none";
}

/** For each field how many articles have it as it was written, as it was worked out, and not at all. */
function fieldLines({ fields, articles }: ArticleCounts, { theme }: Paper): readonly string[] {
  if (articles === 0) return [];
  const names = countedFields.map((field) => statsWords.fieldNames[field]);
  const nameColumns = Math.max(...names.map((name) => name.length));
  const columns = Math.max(number(articles).length, 3) + 2 + shareColumns;
  const cell = (value: number): string =>
    `${number(value)}  ${share(value, articles).padStart(shareColumns)}`.padStart(columns);
  const titles = statsWords.standings.map((title) => title.padStart(columns)).join("   ");
  return [
    theme.text(statsWords.fields.padEnd(nameColumns + 2), { bold: true }) +
      theme.text(`   ${titles}`, { dim: true }),
    ...countedFields.map((field) => {
      const { written, inferred, absent } = fields[field];
      const name = statsWords.fieldNames[field].padEnd(nameColumns);
      return `  ${[name, ...[written, inferred, absent].map(cell)].join("   ")}`.trimEnd();
    }),
  ];
}

function facetLines(
  field: ValueField,
  counts: readonly FacetCount[],
  articles: number,
  paper: Paper,
): readonly string[] {
  const named = inOrder(field, counts).filter(({ value }) => value !== null);
  const shown = [...named.slice(0, maxValues), ...counts.filter(({ value }) => value === null)];
  const lines = shown.map(({ value, label, count: found }): Line => {
    return [found, filterLabel({ field, label: value === null ? "" : label })];
  });
  const more = named.length - maxValues;
  return [
    ...countLines(words.filterTitles[field], lines, articles, paper),
    ...(more > 0 ? [paper.theme.text(`  ${statsWords.more(more)}`, { dim: true })] : []),
  ];
}

/** Every file of the folder: articles, and what was left out, by reason. */
function fileLines({ leftOut }: FolderSurvey, articles: number): readonly Line[] {
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  const lines = Array.from(byReason, ([reason, groups]): Line => {
    return [sum(groups), leftOutLabel(reason, groups)];
  }).toSorted(([a], [b]) => b - a);
  return [
    [articles + sum(leftOut), statsWords.allFiles],
    [articles, statsWords.articles],
    ...lines,
  ];
}

function leftOutLabel(reason: LeftOutReason, groups: readonly LeftOutFiles[]): string {
  const [first] = groups;
  if (reason !== "ending") return statsWords.leftOut(reason, first?.example ?? "");
  const named = groups
    .slice(0, maxEndings)
    .map(({ ending, files }) => `${number(files)} ${ending || statsWords.noEnding}`);
  const others = sum(groups.slice(maxEndings));
  if (others > 0) named.push(statsWords.otherEndings(others));
  return statsWords.leftOut(reason, named.join(", "));
}

function sum(groups: readonly LeftOutFiles[]): number {
  return groups.reduce((total, { files }) => total + files, 0);
}

function problemLines(
  { status: { problems: all } }: Stats,
  codes: readonly CodeCount[],
  paper: Paper,
): readonly string[] {
  const title = [
    count(all.error, "error", "errors"),
    count(all.warning, "warning", "warnings"),
    count(all.note, "note", "notes"),
  ].join(", ");
  const lines = codes.map(({ code, severity, count: found }): Line => {
    return [found, `${words.severity[severity]}${words.between}${code}`];
  });
  const text = countLines(title, lines, undefined, paper);
  return text.length > 0 ? text : [words.noProblems];
}
