import type { Feed, FeedItem } from "./feed.ts";
import { documentLines, escapeMarkup, textElement } from "./markup.ts";

/**
 * A feed as RSS 2.0 (https://www.rssboard.org/rss-specification).
 *
 * @example
 * ```ts
 * import { feedOf, parseArticle, rssFeed } from "@broadsheet/core";
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
 * rssFeed(feed).includes("<guid>https://news.example/bridge</guid>"); // => true
 * ```
 */
export function rssFeed(feed: Feed): string {
  const link = (relation: string, url: string | undefined): string =>
    url === undefined
      ? ""
      : `<atom:link rel="${relation}" type="application/rss+xml" href="${escapeMarkup(url)}"/>`;
  return documentLines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">',
    "<channel>",
    plainElement("title", feed.title),
    textElement("link", feed.homeUrl),
    plainElement("description", feed.title),
    feed.license === undefined ? "" : plainElement("copyright", feed.license),
    feed.publisher === undefined ? "" : textElement("dc:publisher", feed.publisher.name),
    logoElement(feed),
    link("self", feed.selfUrl),
    link("first", feed.firstUrl),
    link("next", feed.nextUrl),
    ...feed.items.map(itemElement),
    "</channel>",
    "</rss>",
  ]);
}

/** Readers show it beside the channel's title, which it repeats. */
function logoElement({ title, homeUrl, publisher }: Feed): string {
  if (publisher?.logo === undefined) return "";
  const parts = [
    textElement("url", publisher.logo),
    plainElement("title", title),
    textElement("link", homeUrl),
  ];
  return `<image>${parts.join("")}</image>`;
}

function itemElement(item: FeedItem): string {
  const { publishedMs, imageUrl, section, keywords } = item;
  return documentLines([
    "<item>",
    plainElement("title", item.title),
    textElement("link", item.url),
    textElement("guid", item.url),
    publishedMs === undefined ? "" : textElement("pubDate", new Date(publishedMs).toUTCString()),
    ...item.authors.map((name) => textElement("dc:creator", name)),
    ...[section?.label, ...keywords].map((name) => textElement("category", name)),
    // What a description holds is HTML, and our text is none.
    textElement("description", escapeMarkup(item.summary ?? "")),
    textElement("content:encoded", item.contentHtml),
    imageUrl === undefined ? "" : `<media:content url="${escapeMarkup(imageUrl)}" medium="image"/>`,
    "</item>",
  ]).trimEnd();
}

/**
 * Text that some readers take for HTML and some do not: with these references neither sees markup
 * (https://www.rssboard.org/rss-profile#data-types-characterdata).
 */
function plainElement(name: string, text: string): string {
  const safe = escapeMarkup(text).replaceAll("&amp;", "&#x26;").replaceAll("&lt;", "&#x3C;");
  return `<${name}>${safe}</${name}>`;
}
