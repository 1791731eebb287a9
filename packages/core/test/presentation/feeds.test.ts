import { describe, expect, it } from "vitest";
import { articleJsonLd } from "../../src/presentation/article-json-ld.ts";
import { articleNinjs } from "../../src/presentation/article-ninjs.ts";
import { articleText } from "../../src/presentation/article-text.ts";
import { atomFeed } from "../../src/presentation/atom.ts";
import { feedOf, type Feed, type FeedHit } from "../../src/presentation/feed.ts";
import { jsonFeed } from "../../src/presentation/json-feed.ts";
import { listCsv } from "../../src/presentation/list-csv.ts";
import { rssFeed } from "../../src/presentation/rss.ts";
import type { Article } from "../../src/article/article.ts";
import { anArticle } from "./an-article.ts";

const date = {
  written: "2024-05-02T08:15Z",
  precision: "minute",
  offset: "Z",
  epochMs: Date.UTC(2024, 4, 2, 8, 15),
  endMs: Date.UTC(2024, 4, 2, 8, 16),
  instant: "2024-05-02T08:15:00.000Z",
} as const;

function feed(hits: readonly FeedHit[], whole: readonly Article[] = []): Feed {
  return feedOf(
    { hits },
    {
      name: "River & Road",
      subject: "National",
      selfUrl: "https://river.example/feeds/all.atom?limit=2",
      firstUrl: "https://river.example/feeds/all.atom",
      nextUrl: "https://river.example/feeds/all.atom?cursor=x&limit=2",
      homeUrl: "https://river.example/",
      articleUrl: (id) => `https://river.example/v1/articles/${encodeURIComponent(id)}`,
      whole: new Map(whole.map((article) => [article.id, article])),
      pictures: "links",
    },
  );
}

const dated = anArticle({
  id: "ferry",
  headline: "Ferry <b>&</b> bridge",
  description: "It leaves at six & returns <at> seven.",
  section: { written: "NATIONAL", key: "national", label: "National" },
  keywords: ["river"],
  author: ["Srey Veal"],
  inLanguage: "en",
  datePublished: date,
  image: { url: "https://images.example/a.jpg?b=1&c=2" },
  originUrl: "https://old.example/ferry",
});

describe("a feed", () => {
  it("takes the time of its file for what says no date", () => {
    const undated = { article: anArticle(), fileModifiedMs: Date.UTC(2024, 0, 1) + 0.25 };
    const [item] = feed([undated]).items;
    expect(item).toMatchObject({ updatedMs: Date.UTC(2024, 0, 1), publishedMs: undefined });
    expect(atomFeed(feed([undated]))).toContain("<updated>2024-01-01T00:00:00.000Z</updated>");
    expect(rssFeed(feed([undated]))).not.toContain("pubDate");
  });

  it("is Atom with paging, and text that stays text", () => {
    const atom = atomFeed(feed([{ article: dated }]));
    expect(atom).toContain('<title type="text">Ferry &lt;b&gt;&amp;&lt;/b&gt; bridge</title>');
    expect(atom).toContain('rel="next"');
    expect(atom).toContain("cursor=x&amp;limit=2");
    expect(atom).toContain('<link rel="via" href="https://old.example/ferry"/>');
    expect(atom).toContain('<category term="national" label="National"/>');
    expect(atom).not.toContain("<content");
  });

  it("is RSS whose titles and descriptions are markup to no reader", () => {
    const rss = rssFeed(feed([{ article: dated }]));
    expect(rss).toContain("<title>Ferry &#x3C;b&gt;&#x26;&#x3C;/b&gt; bridge</title>");
    expect(rss).toContain("returns &amp;lt;at&amp;gt; seven.");
    expect(rss).toContain("<pubDate>Thu, 02 May 2024 08:15:00 GMT</pubDate>");
  });

  it("is JSON Feed 1.1", () => {
    expect(jsonFeed(feed([{ article: dated }]))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "National · River & Road",
      next_url: "https://river.example/feeds/all.atom?cursor=x&limit=2",
      items: [
        {
          id: "https://river.example/v1/articles/ferry",
          content_text: "It leaves at six & returns <at> seven.",
          date_published: "2024-05-02T08:15:00.000Z",
          tags: ["National", "river"],
        },
      ],
    });
  });

  it("holds articles whole when they are there", () => {
    const whole = feed([{ article: dated }], [dated]);
    expect(atomFeed(whole)).toContain('<content type="html">&lt;p dir=&quot;auto&quot;&gt;It');
    expect(rssFeed(whole)).toContain("<content:encoded>&lt;p dir=");
    expect(jsonFeed(whole)).toMatchObject({
      items: [{ content_html: '<p dir="auto">It leaves at six.</p>' }],
    });
  });
});

describe("CSV of a list", () => {
  it("is UTF-8 with a mark, and quotes what must be quoted", () => {
    const csv = listCsv({ hits: [{ article: dated }] }, { timeZone: "UTC" });
    const [head, row, end] = csv.split("\r\n");
    expect(head).toMatch(/^\ufeffid,headline,/);
    expect(row).toBe(
      "ferry,Ferry <b>&</b> bridge,It leaves at six & returns <at> seven.,National,river,en,2024-05-02T08:15:00.000Z,,Srey Veal,4,1,https://old.example/ferry,https://images.example/a.jpg?b=1&c=2,2024/ferry.md,",
    );
    expect(end).toBe("");
  });

  it.for(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "|x", "%x", "＝1", "\u200b=cmd"])(
    "makes %s no formula",
    (headline) => {
      const article = anArticle({ headline });
      const [, row = ""] = listCsv({ hits: [{ article }] }, { timeZone: "UTC" }).split("\r\n");
      expect(row).toContain(`,"'${headline}",`);
    },
  );

  it("keeps quotation marks, commas and lines in their cell", () => {
    const article = anArticle({ headline: 'a "b", c\nd' });
    const csv = listCsv({ hits: [{ article }] }, { timeZone: "UTC" });
    expect(csv).toContain(',"a ""b"", c\nd",');
  });
});

describe("an article", () => {
  const context = { timeZone: "UTC", name: "River", url: "https://river.example/a" };

  it("agrees with itself on id, headline and date in every format", () => {
    expect(articleJsonLd(dated, context)).toMatchObject({
      "@id": context.url,
      identifier: "ferry",
      headline: dated.headline,
      datePublished: date.instant,
    });
    expect(articleNinjs(dated, context)).toMatchObject({
      uri: context.url,
      altIds: [{ value: "ferry" }],
      headlines: [{ value: dated.headline }],
      contentCreated: date.instant,
    });
    expect(articleText(dated, "UTC")).toBe(
      "Ferry <b>&</b> bridge\n\nSrey Veal, 2024-05-02T08:15:00.000Z\n\nIt leaves at six.\n",
    );
  });

  it("is given no hour in ninjs that nobody wrote", () => {
    const year = { ...date, precision: "year", written: "2024" } as const;
    expect(articleNinjs(anArticle({ datePublished: year }), context)).toMatchObject({
      contentCreated: undefined,
    });
  });
});
