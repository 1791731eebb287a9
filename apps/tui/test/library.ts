import type { Article, ArchiveStatus, Hit, ListWindow } from "@broadsheet/core";
import { answerList, answerStatus } from "../src/state/answers.ts";
import { initialState, type State } from "../src/state/state.ts";
import { wantedQuery } from "../src/state/wanted-query.ts";
import { article, headlines, hit } from "./articles.ts";

/** A time after all articles of the tests. */
export const nowMs = Date.parse("2026-01-01");

export const status: ArchiveStatus = {
  name: "The River Gazette",
  folder: "/archive",
  timeZone: "UTC",
  state: "ready",
  filesDone: 24,
  filesTotal: 24,
  articles: 24,
  firstMs: Date.parse("2024-01-03"),
  lastMs: Date.parse("2024-11-26"),
  problems: { error: 0, warning: 0, note: 0 },
  leftOut: 0,
  generation: "a.1",
  notices: [],
};

/** Articles in many scripts, two on each day. */
export function manyArticles(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, index) =>
    article(`a${index}`, {
      headline: headlines[index % headlines.length] ?? "",
      day: new Date(Date.parse("2024-11-26") - Math.floor(index / 2) * 86_400_000)
        .toISOString()
        .slice(0, 10),
    }),
  );
}

/** A stretch of a list as an archive would answer it. */
export function windowOf(all: readonly Hit[], first: number, count: number): ListWindow {
  return {
    hits: all.slice(first, first + count),
    total: all.length,
    totalRelation: "eq",
    order: "newest",
    generation: status.generation,
    timedOut: false,
    firstOrdinal: first,
    anchorOrdinal: first,
  };
}

/** The library with these articles in its list, all at hand. */
export function inLibrary(
  columns: number,
  rows: number,
  articles: readonly Article[] = manyArticles(24),
  changes: Partial<ArchiveStatus> = {},
): State {
  const opened = answerStatus(initialState({ columns, rows }, "/archive", nowMs), {
    ...status,
    articles: articles.length,
    ...changes,
  });
  const window = windowOf(
    articles.map((each) => hit(each)),
    0,
    articles.length,
  );
  return answerList(opened, window, wantedQuery(opened).key, opened.status?.generation ?? "");
}
