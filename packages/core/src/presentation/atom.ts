import type { Feed, FeedItem } from "./feed.ts";
import { documentLines, escapeMarkup, textElement } from "./markup.ts";
import { licenseUrl } from "./publishing.ts";

/**
 * A feed as Atom (RFC 4287), its pages linked as RFC 5005 has it.
 *
 * @example
 * ```ts
 * import { atomFeed, feedOf, parseArticle } from "@broadsheet/core";
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
 * atomFeed(feed).includes("<updated>2024-03-01T00:00:00.000Z</updated>"); // => true
 * ```
 */
export function atomFeed(feed: Feed): string {
  const link = (relation: string, url: string | undefined): string =>
    url === undefined
      ? ""
      : `<link rel="${relation}" type="application/atom+xml" href="${escapeMarkup(url)}"/>`;
  const { publisher = { name: feed.name } } = feed;
  const terms = licenseUrl(feed.license);
  return documentLines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    textElement("id", feed.firstUrl),
    `<title type="text">${escapeMarkup(feed.title)}</title>`,
    textElement("updated", new Date(feed.updatedMs).toISOString()),
    // Entries without an author have this one.
    `<author>${textElement("name", publisher.name)}${textElement("uri", publisher.url)}</author>`,
    textElement("logo", publisher.logo),
    textElement("rights", feed.license, ' type="text"'),
    terms === undefined ? "" : `<link rel="license" href="${escapeMarkup(terms)}"/>`,
    `<link rel="alternate" href="${escapeMarkup(feed.homeUrl)}"/>`,
    link("self", feed.selfUrl),
    link("first", feed.firstUrl),
    link("next", feed.nextUrl),
    ...feed.items.map(entryElement),
    "</feed>",
  ]);
}

function entryElement(item: FeedItem): string {
  const { publishedMs, language, section, keywords, originUrl } = item;
  return documentLines([
    language === undefined ? "<entry>" : `<entry xml:lang="${escapeMarkup(language)}">`,
    textElement("id", item.url),
    `<title type="text">${escapeMarkup(item.title)}</title>`,
    textElement("updated", new Date(item.updatedMs).toISOString()),
    publishedMs === undefined ? "" : textElement("published", new Date(publishedMs).toISOString()),
    `<link rel="alternate" href="${escapeMarkup(item.url)}"/>`,
    originUrl === undefined ? "" : `<link rel="via" href="${escapeMarkup(originUrl)}"/>`,
    ...item.authors.map((name) => `<author><name>${escapeMarkup(name)}</name></author>`),
    section === undefined
      ? ""
      : `<category term="${escapeMarkup(section.key)}" label="${escapeMarkup(section.label)}"/>`,
    ...keywords.map((keyword) => `<category term="${escapeMarkup(keyword)}"/>`),
    textElement("summary", item.summary, ' type="text"'),
    textElement("content", item.contentHtml, ' type="html"'),
    "</entry>",
  ]).trimEnd();
}
