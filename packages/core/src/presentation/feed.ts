import type { Hit } from "../archive/archive.ts";
import type { Article, ArticleSummary } from "../article/article.ts";
import { bodyHtml, type Pictures } from "./body-html.ts";
import type { Publishing } from "./publishing.ts";
import { followedUrl, pictureAddress } from "./markup.ts";

/** Where a feed is, and what it is called. All addresses are absolute. */
export type FeedContext = Publishing & {
  /** The archive's name. */
  readonly name: string;
  /** What the feed is of, such as the name of a section. Absent: the whole archive. */
  readonly subject?: string | undefined;
  readonly selfUrl: string;
  /** Where people find the same articles. */
  readonly homeUrl: string;
  readonly firstUrl: string;
  /** The next page. Absent on the last. */
  readonly nextUrl?: string | undefined;
  readonly articleUrl: (id: string) => string;
  /** Articles in full, by id: those that are here stand in the feed whole. */
  readonly whole?: ReadonlyMap<string, Article>;
  readonly pictures: Pictures;
};

/** What a feed needs of a hit. */
export type FeedHit = Pick<Hit, "article" | "fileModifiedMs">;

/** An article as every format of feeds needs it. */
export type FeedItem = {
  readonly url: string;
  readonly title: string;
  /** Plain text. Absent when nothing is known but the title. */
  readonly summary?: string | undefined;
  readonly contentHtml?: string | undefined;
  /** When its date begins, in milliseconds since 1970. Absent when it has none. */
  readonly publishedMs?: number | undefined;
  /** When it last changed: as it says, otherwise when it was published, otherwise when its file was written. */
  readonly updatedMs: number;
  readonly authors: readonly string[];
  readonly section?: ArticleSummary["section"] | undefined;
  readonly keywords: readonly string[];
  readonly language?: string | undefined;
  readonly imageUrl?: string | undefined;
  readonly originUrl?: string | undefined;
};

/** A page of a list as every format of feeds needs it. */
export type Feed = FeedContext & {
  readonly title: string;
  readonly updatedMs: number;
  readonly items: readonly FeedItem[];
};

/**
 * What a feed is written from.
 *
 * @example
 * ```ts
 * import { feedOf, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * const feed = feedOf(
 *   { hits: [{ article }] },
 *   {
 *     name: "The River Gazette",
 *     selfUrl: "https://news.example/feed",
 *     firstUrl: "https://news.example/feed",
 *     homeUrl: "https://news.example/",
 *     articleUrl: (id) => `https://news.example/${id}`,
 *     pictures: "links",
 *   },
 * );
 * feed.items[0]?.url; // => "https://news.example/bridge"
 * ```
 */
export function feedOf(
  { hits }: { readonly hits: readonly FeedHit[] },
  context: FeedContext,
): Feed {
  const items = hits.map((hit) => itemOf(hit, context));
  return {
    ...context,
    title: context.subject === undefined ? context.name : `${context.subject} · ${context.name}`,
    updatedMs: Math.max(0, ...items.map((item) => item.updatedMs)),
    items,
  };
}

function itemOf({ article, fileModifiedMs = 0 }: FeedHit, context: FeedContext): FeedItem {
  const { datePublished, dateModified, image } = article;
  const whole = context.whole?.get(article.id);
  return {
    url: context.articleUrl(article.id),
    title: article.headline,
    summary: article.description ?? article.lead,
    contentHtml: whole && bodyHtml(whole.blocks, context.pictures),
    publishedMs: datePublished?.epochMs,
    updatedMs: Math.floor(dateModified?.epochMs ?? datePublished?.epochMs ?? fileModifiedMs),
    authors: article.author,
    section: article.section,
    keywords: article.keywords,
    language: article.inLanguage,
    imageUrl: image && pictureAddress(image.url),
    originUrl: article.originUrl && followedUrl(article.originUrl),
  };
}
