import type { ArchiveStatus } from "@broadsheet/core/view";
import { dateSpan } from "./dates.ts";
import { count, number } from "./numbers.ts";

/** How far an archive's work is. */
type Work = Pick<ArchiveStatus, "filesDone" | "filesTotal" | "secondsLeft">;

function timeLeft(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  return seconds < 60 ? `, ${seconds} s left` : `, ${number(Math.ceil(seconds / 60))} min left`;
}

/** Every word and sign of the screen, beside the names of commands. */
export const words = {
  // Signs
  heavyRule: "━",
  thinRule: "─",
  /** Columns of the line between the head of an article and its text. */
  shortRuleColumns: 8,
  paneRule: "│",
  selectionBar: "▌",
  quoteBar: "│",
  bullet: "•",
  /** Where code goes on beyond the edge. */
  more: "…",
  chosen: "•",
  between: " · ",
  breakMark: "·  ·  ·",
  excerptStart: "“",
  excerptEnd: "”",
  prompt: "/",
  /** An article that has been read to its end. */
  read: "✓",
  isRead: "read to its end",

  // The head
  opening: "Opening…",
  pressForHelp: (keys: readonly string[]): string => `Press ${keys.join(" or ")} for help.`,
  archiveSize: (articles: number): string => count(articles, "article", "articles"),
  span: dateSpan,

  // The search line
  order: {
    newest: "newest first",
    oldest: "oldest first",
    relevance: "best match first",
  },
  found: (total: number, all: number, isExact: boolean): string =>
    `${number(total)}${isExact ? "" : "+"} of ${number(all)}`,
  foundSome: (total: number, isExact: boolean): string =>
    `none holds all, ${number(total)}${isExact ? "" : "+"} some of it`,
  searching: "searching…",
  isMeant: "Did you mean this?",
  inArticles: (articles: number): string => `in ${count(articles, "article", "articles")}`,

  // An article
  picture: "Picture",
  /** Over what an article leads to. */
  leads: { link: "Links", related: "Related articles" },
  minutes: (minutes: number): string => `${number(minutes)} min`,
  draft: "Draft",
  notYetPublished: "Not yet published",
  noText: "This article has no text.",
  missing: "This article is no longer in the archive.",
  /** The same in the foot, while one still reads it. */
  gone: "no longer in the archive",

  // The filters
  filterTitles: { section: "Section", lang: "Language", year: "Year", month: "Month" },
  without: { section: "No section", lang: "Not known", year: "No date", month: "No date" },
  noFilterOf: {
    section: "there are no sections",
    lang: "no language is known",
    year: "no article has a date",
    month: "choose a year first",
  },
  isChosen: "chosen",
  noFilters: "There is nothing to choose from.",

  // The foot
  problems: (problems: number): string => count(problems, "problem", "problems"),
  place: (ordinal: number, total: number, isExact: boolean): string =>
    `${number(ordinal)} of ${number(total)}${isExact ? "" : "+"}`,
  minutesLeft: (minutes: number): string => `${number(minutes)} min left`,
  percent: (percent: number): string => `${percent} %`,
  building: ({ filesDone, filesTotal, secondsLeft }: Work): string =>
    filesTotal > 0
      ? `reading ${number(filesDone)} of ${number(filesTotal)} files${timeLeft(secondsLeft)}`
      : "looking for files",
  /** The same where there is little room. */
  built: (percent: number): string => `${percent} % read`,
  checking: ({ filesDone, filesTotal, secondsLeft }: Work): string =>
    `checking ${number(filesDone)} of ${number(filesTotal)} files${timeLeft(secondsLeft)}`,

  // Nothing to show
  emptyArchive: {
    title: "There are no articles here yet.",
    advice: (folder: string): string =>
      `Broadsheet reads the .md, .markdown and .txt files in ${folder}. Put some there, then press r.`,
  },
  nothingFound: {
    title: (typed: string, filters: readonly string[] = []): string => {
      const within = filters.length === 0 ? "" : ` in ${filters.join(", ")}`;
      return typed === ""
        ? `No article is left${within}.`
        : `Nothing is found for “${typed}”${within}.`;
    },
    meant: (text: string): string => `Did you mean ${text}? Enter searches for it.`,
    clearSearch: "Esc shows all articles again; / changes the search.",
    clearBoth: "Tab changes the filters; / changes the search; Esc shows all articles again.",
    clearFilters: "Esc takes all filters off; Tab changes them.",
  },
  incomplete: "Its answer is not complete.",
  failed: {
    title: "The archive gave no answer.",
    advice: "Press r to try again.",
  },

  // What is printed
  noArticles: "No articles.",
  meant: (text: string): string => `No article holds all of it. Did you mean ${text}?`,
  morePages: (shown: string, all: string, cursor: string): string =>
    `${shown} of ${all}; --limit NUMBER prints more at once, and --cursor ${cursor} goes on.`,
  noSuchValue: {
    section: (value: string, meant?: string): string =>
      `There is no section ${value}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
    lang: (value: string, meant?: string): string =>
      `No article is in the language ${value}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  },
  notInTimeline: (undated: number, coarser: number): string =>
    [
      ...(undated > 0 ? [`${number(undated)} without a date`] : []),
      ...(coarser > 0 ? [`${number(coarser)} of a year without a month`] : []),
    ].join(", "),
  noSuchArticle: (id: string): string =>
    `There is no article with the id ${id}. \`broadsheet list\` prints the ids.`,
  leftOut: (files: number): string =>
    `${count(files, "file or folder", "files and folders")} left out`,
  severity: { error: "Error", warning: "Warning", note: "Note" },
  moreProblems: (problems: number): string => `and ${number(problems)} more; --all prints them`,
  notesCounted: (notes: number): string =>
    notes === 1 ? "--all prints the note too." : "--all prints the notes too.",
  noProblems: "No problems.",
  moreOfKind: (problems: string): string => `and ${problems} more`,

  // What is said for a moment, in place of where one is
  editor: {
    none: "EDITOR names no program",
    noFile: (path: string): string => `there is no file ${path}`,
    failed: (program: string): string => `${program} cannot be started`,
  },
  copied: (what: string): string => `copied ${what}`,
  notInArticle: "not in this article",
  noMoreMatches: "no more matches",
  noLink: "no link to copy",
  nothingToFollow: "There are no links, and no related articles.",
  noArticleAt: (path: string): string => `there is no article ${path}`,
  noNext: "this is the last article",
  noPrevious: "this is the first article",
  nothingForward: "nothing further on",

  // The help
  help: "Help",
  contexts: {
    list: "In the list",
    search: "While you type a search",
    filters: "Among the filters",
    reader: "While you read",
    find: "While you type what to find in an article",
    found: "While something is found in an article",
    links: "Among the links of an article",
    problems: "Among the problems",
    help: "In this help",
  },
  everywhere: "Everywhere",
  searchSyntax: "What a search may hold",
  searchExamples: [
    ["bridge ferry", "both words"],
    ["“second pier”", "words that stand together"],
    ["-toll", "not this word"],
    ["bridge OR ferry", "one of them"],
    ["bri*", "the beginning of a word"],
  ],
} as const;
