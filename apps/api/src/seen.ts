import {
  everything,
  type Archive,
  type FoundArticle,
  type Page,
  type Query,
  type TextNode,
  cleanLine,
  parseText,
} from "@broadsheet/core";
import { Failure, unavailable } from "./failure.ts";
import type { Moment, Service } from "./service.ts";
import { isVisible } from "./visibility.ts";

/** Most words that are looked up before what may have been meant is told. */
const maxNewWords = 8;

/** The query that matches all articles that may be seen at a moment. */
export function allSeen({ visibility }: Service, { nowMs }: Moment): Query {
  const { drafts, future } = visibility;
  return { ...everything, drafts, ...(future ? {} : { visibleAtMs: nowMs }) };
}

/**
 * The article with an id, if it may be seen.
 *
 * @throws {Failure} when there is none: one answer for what is not there and for what may not be seen, since
 * the difference would tell of it.
 */
export async function seenArticle(
  { archive, visibility }: Service,
  { status, nowMs }: Moment,
  id: string,
  signal: AbortSignal,
): Promise<FoundArticle> {
  const found = await archive.get(id, { signal });
  if (found !== undefined && isVisible(found.article, visibility, nowMs)) return found;
  if (status.state === "building") throw unavailable(status);
  throw new Failure("article-not-found", {
    detail: `There is no article with the id “${cleanLine(id)}”.`,
  });
}

/** In how many articles that may be seen a word stands as it is, and whether there was too little time to count. */
export async function countSeen(
  archive: Archive,
  seen: Query,
  word: string,
  signal: AbortSignal,
): Promise<{ readonly articles: number; readonly timedOut: boolean }> {
  const text: TextNode = { type: "phrase", text: word };
  const page = await archive.search({ ...seen, text }, { limit: 1, signal });
  return { articles: page.holdingAll ?? page.total, timedOut: page.timedOut };
}

/**
 * A page without what was probably meant, if that has a word which stands in no article that may be seen: the
 * archive corrects words by all of its articles, and must not tell what drafts say.
 */
export async function withoutUnseen(
  service: Service,
  moment: Moment,
  page: Page,
  typed: string,
  signal: AbortSignal,
): Promise<Page> {
  const { visibility, archive } = service;
  const { meant, ...rest } = page;
  if (meant === undefined || (visibility.drafts && visibility.future)) return page;
  const before = new Set(wordsOf(parseText(typed)));
  const fresh = wordsOf(parseText(meant)).filter((word) => !before.has(word));
  if (fresh.length > maxNewWords) return rest;
  const seen = allSeen(service, moment);
  const counts = await Promise.all(fresh.map((word) => countSeen(archive, seen, word, signal)));
  return counts.every(({ articles }) => articles > 0) ? page : rest;
}

function wordsOf(node: TextNode | undefined): readonly string[] {
  switch (node?.type) {
    case "word":
    case "phrase":
      return node.text.split(" ");
    case "and":
    case "or":
      return node.nodes.flatMap(wordsOf);
    case "not":
      return wordsOf(node.node);
    case "filter":
    case "date":
    case undefined:
      return [];
  }
}
