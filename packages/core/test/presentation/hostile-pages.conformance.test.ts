import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { articleHtml } from "../../src/presentation/article-html.ts";
import { atomFeed } from "../../src/presentation/atom.ts";
import { feedOf } from "../../src/presentation/feed.ts";
import { rssFeed } from "../../src/presentation/rss.ts";
import { hostileArticles, hostileStringsAreHere } from "./hostile-articles.ts";
import { pageFaults } from "./page-strangers.ts";

describe.skipIf(!hostileStringsAreHere)("a page and a feed of a hostile article", () => {
  it(
    "hold nothing but what we write, wherever the hostile text stands",
    { timeout: 60_000 },
    () => {
      const articles = hostileArticles();
      expect(articles.length).toBeGreaterThan(100);
      for (const { line, article } of articles) {
        const page = articleHtml(article, {
          timeZone: "UTC",
          name: line,
          pictures: "images",
          homeUrl: "/v1",
          alternates: {},
        });
        expect([article.id, pageFaults(page)]).toEqual([article.id, []]);
        const feed = feedOf(
          { hits: [{ article }] },
          {
            name: line,
            selfUrl: "https://a.example/",
            firstUrl: "https://a.example/",
            homeUrl: "https://a.example/",
            articleUrl: () => "https://a.example/a",
            whole: new Map([[article.id, article]]),
            pictures: "links",
          },
        );
        for (const xml of [rssFeed(feed), atomFeed(feed)]) {
          const document = XmlDocument.fromString(xml);
          expect(document.find("//*[local-name()='script']")).toEqual([]);
          document.dispose();
        }
      }
    },
  );
});
