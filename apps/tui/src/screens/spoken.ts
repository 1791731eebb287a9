import { helpLines } from "../commands/help-lines.ts";
import { commands, contextOf } from "../commands/commands.ts";
import { byline, visibilityMark } from "../reading/article-lines.ts";
import { placeOf } from "../reading/problem-lines.ts";
import { moved, rowText, type Row } from "../rows/row.ts";
import { filterRows } from "../state/filter-rows.ts";
import { leads } from "../state/link-list.ts";
import { hitAt } from "../state/list-view.ts";
import { selectedProblem } from "../state/problems-view.ts";
import { clock, progressPercent, readerLines } from "../state/reader-view.ts";
import { isTypingSearch, proposal, searchWarning } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import { commandWords, keyWord } from "../words/command-words.ts";
import { words } from "../words/words.ts";
import { emptyReason } from "./empty-list.ts";
import { filterLabel } from "./filters-pane.ts";
import { masthead } from "./masthead.ts";

const helpKeys = commands.list
  .filter(({ name }) => name === "help")
  .flatMap(({ keys }) => keys)
  .map(keyWord);

/** What is said while an archive is opened, when it is open, and when its files have all been read. */
export function spokenArchive(state: State): string {
  const { left, right } = masthead(state, Infinity);
  const { status } = state;
  const text = [...left, ...right].map(([piece]) => piece.trim());
  if (status === undefined) return sentences([...text, words.pressForHelp(helpKeys)]);
  return sentences([...text, status.state === "building" ? words.building(status) : ""]);
}

/** Where one is, in one line (the help: in several): what a screen reader is to say after a key. */
export function spoken(state: State): string {
  const where = place(state);
  return state.said === undefined ? where : sentences([state.said, where]);
}

function place(state: State): string {
  if (state.helpTop !== undefined) return help(state);
  if (state.screen === "problems") return problem(state);
  if (state.screen === "reader")
    return state.links === undefined ? passage(state) : lead(state, state.links.selected);
  if (state.focus === "filters") return filter(state);
  return isTypingSearch(state) ? search(state) : selected(state);
}

function help(state: State): string {
  const { helpTop: _open, ...under } = state;
  return helpLines(contextOf(under))
    .flatMap((line) =>
      line.type === "space" ? [] : line.type === "title" ? line.text : `${line.keys}: ${line.text}`,
    )
    .join("\n");
}

function problem(state: State): string {
  const at = selectedProblem(state);
  if (at === undefined)
    return state.problems?.kinds.length === 0
      ? words.noProblems
      : (state.failures.problems?.message ?? "");
  return sentences([words.severity[at.severity], placeOf(at), at.message, at.action, at.remedy]);
}

function passage(state: State): string {
  const { reader, find } = state;
  const { article } = reader?.found ?? {};
  if (article === undefined && reader?.isMissing === true) return words.missing;
  if (article === undefined) return state.failures.article?.message ?? words.opening;
  if (find?.isTyping === true) return sentences([commandWords.find.title, find.field.text]);
  const top = reader?.top ?? 0;
  const row = readerLines(state)?.rowsTo(top + 1)[top] ?? [];
  const read = words.percent(progressPercent(state));
  const gone = reader?.isMissing === true ? words.missing : undefined;
  if (top > 0)
    return sentences([gone, rowWords(row), progressPercent(state) === 100 ? read : undefined]);
  return sentences([
    gone,
    article.headline,
    article.section?.label,
    visibilityMark(article, state.nowMs),
    ...byline(article, clock(state)),
    article.standfirst ? article.description : undefined,
  ]);
}

/** The words of a row, without what places them. */
function rowWords(row: Row): string {
  return rowText(moved(row, -(row[0]?.column ?? 0))).trim();
}

function lead(state: State, index: number): string {
  const all = leads(state);
  const at = all[index];
  if (at === undefined) return words.nothingToFollow;
  const text = at.type === "link" ? [at.text, at.url] : [at.article.headline];
  return sentences([words.place(index + 1, all.length, true), words.leads[at.type], ...text]);
}

function filter(state: State): string {
  const rows = filterRows(state);
  const row = rows[state.filterRow];
  if (row === undefined) return words.noFilters;
  return sentences([
    words.filterTitles[row.field],
    filterLabel(row),
    words.inArticles(row.count),
    row.isChosen ? words.isChosen : undefined,
  ]);
}

function search(state: State): string {
  const proposed = proposal(state);
  return sentences([
    `${commandWords.search.title}: ${state.search.text}`.trim(),
    searchWarning(state)?.message ?? proposed?.description,
    proposed && `${keyWord("tab")}: ${proposed.text}`,
    selected(state),
  ]);
}

function selected(state: State): string {
  const { list } = state;
  const reason = emptyReason(state);
  if (reason !== undefined) return sentences(reason);
  const hit = hitAt(list, list.selected);
  if (hit === undefined) return words.searching;
  const { article } = hit;
  return sentences([
    // A number that grows while files are read would be said again and again.
    list.totalRelation === "eq" ? words.place(list.selected + 1, list.total, true) : undefined,
    article.headline,
    article.section?.label,
    visibilityMark(article, state.nowMs),
    ...byline(article, clock(state)),
    state.marks.byId.get(article.id)?.isRead === true ? words.isRead : undefined,
  ]);
}

/** Parts of what is said, each as a sentence; those that are absent or empty are left out. */
function sentences(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part): part is string => part !== undefined && part !== "")
    .map((part) => (/[.!?…。？！។:]["”’)]?$/.test(part) ? part : `${part}.`))
    .join(" ");
}
