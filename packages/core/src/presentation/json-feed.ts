import type { Feed } from "./feed.ts";

/**
 * A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 *
 * @example
 * ```ts
 * import { feedOf, jsonFeed, parseArticle } from "@broadsheet/core";
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
 * jsonFeed(feed)["title"]; // => "The River Gazette"
 * ```
 */
export function jsonFeed(feed: Feed): Readonly<Record<string, unknown>> {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    next_url: feed.nextUrl,
    icon: feed.publisher?.logo,
    authors: feed.publisher && [{ name: feed.publisher.name, url: feed.publisher.url }],
    items: feed.items.map((item) => ({
      id: item.url,
      url: item.url,
      external_url: item.originUrl,
      title: item.title,
      summary: item.summary,
      ...(item.contentHtml === undefined
        ? { content_text: item.summary ?? item.title }
        : { content_html: item.contentHtml }),
      image: item.imageUrl,
      date_published: isoInstant(item.publishedMs),
      date_modified: isoInstant(item.updatedMs),
      authors: item.authors.length === 0 ? undefined : item.authors.map((name) => ({ name })),
      tags: tagsOf(item.section?.label, item.keywords),
      language: item.language,
    })),
  };
}

function isoInstant(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

function tagsOf(
  section: string | undefined,
  keywords: readonly string[],
): readonly string[] | undefined {
  const tags = new Set([...(section === undefined ? [] : [section]), ...keywords]);
  return tags.size === 0 ? undefined : [...tags];
}
