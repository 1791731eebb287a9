import fc from "fast-check";
import { parseRssFeed } from "feedsmith";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import type { Feed } from "../../src/presentation/feed.ts";
import { escapeMarkup } from "../../src/presentation/markup.ts";
import { rssFeed } from "../../src/presentation/rss.ts";
import { anyFeed, feed, publishing, sampleArticles } from "./any-feed.ts";

// There is no schema of RSS. The judge is another maker's reader: it has to find all that a feed holds, each
// in its place and as it was meant, and nothing else.

/** What a reader should find. */
function meant({ title, homeUrl, publisher, ...channel }: Feed): object {
  const links = { self: channel.selfUrl, first: channel.firstUrl, next: channel.nextUrl };
  return {
    title,
    link: homeUrl,
    description: title,
    copyright: channel.license,
    image: publisher?.logo && { url: publisher.logo, title, link: homeUrl },
    dc: { publishers: [publisher?.name] },
    atom: {
      links: Object.entries(links).map(
        ([rel, href]) => href && { href, rel, type: "application/rss+xml" },
      ),
    },
    items: channel.items.map((item) => ({
      title: item.title,
      link: item.url,
      guid: { value: item.url },
      pubDate:
        item.publishedMs === undefined ? undefined : new Date(item.publishedMs).toUTCString(),
      description: escapeMarkup(item.summary ?? ""),
      categories: [item.section?.label, ...item.keywords].map((name) => ({ name })),
      dc: { creators: item.authors },
      content: { encoded: item.contentHtml },
      media: { contents: [item.imageUrl && { url: item.imageUrl, medium: "image" }] },
    })),
  };
}

/** Without what no document of XML holds or a reader keeps: control characters, space around, nothing at all. */
function kept(value: unknown): unknown {
  if (typeof value === "string")
    // oxlint-disable-next-line no-control-regex -- those are what is looked for
    return value
      .toWellFormed()
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, "")
      .trim();
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value)
    .map(([name, each]) => [name, kept(each)] as const)
    .filter(
      ([, each]) => each !== undefined && each !== "" && Object.keys(Object(each)).length > 0,
    );
  return Array.isArray(value) ? parts.map(([, each]) => each) : Object.fromEntries(parts);
}

/** What is read of a document that is also one of XML with namespaces. */
function read(xml: string): unknown {
  XmlDocument.fromString(xml).dispose();
  return parseRssFeed(xml);
}

describe("RSS", () => {
  it.for([true, false])("of the sample is read as it is meant (whole articles: %s)", (isWhole) => {
    const sample = feed(sampleArticles(), isWhole, publishing);
    expect(read(rssFeed(sample))).toEqual(kept(meant(sample)));
  });

  it("of any articles is read as it is meant", () => {
    fc.assert(
      fc.property(anyFeed, (any) => {
        expect(read(rssFeed(any))).toEqual(kept(meant(any)));
      }),
    );
  });
});
