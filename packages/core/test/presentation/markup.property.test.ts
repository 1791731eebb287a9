import fc from "fast-check";
import { parse, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articleHtml, type PageContext } from "../../src/presentation/article-html.ts";
import { bodyHtml } from "../../src/presentation/body-html.ts";
import { followedUrl } from "../../src/presentation/markup.ts";
import { judgeBy } from "./schema-faults.ts";
import { pageFaults, strangers, textOf, type Node } from "./page-strangers.ts";
import { anyArticle, anyBlock } from "./arbitrary-article.ts";

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//evil.example/x",
  "https://evil.example/\"onload='alert(1)",
  "</style><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "<!--",
  "]]>",
  "--><svg/onload=alert(1)>",
  "&lt;script&gt;",
  "&#x3c;script>",
  "\u0000<\u0000script>",
  "vbscript:msgbox(1)",
  "https://a.example/?a=1&b=2",
  "mailto:a@b.example",
);

/** An article of which any string may be hostile. */
const hostileArticle: fc.Arbitrary<Article> = fc
  .tuple(anyArticle, fc.array(hostile, { minLength: 1, maxLength: 5 }), fc.array(fc.boolean()))
  .map(([article, texts, choices]) => {
    let place = 0;
    return JSON.parse(JSON.stringify({ ...article, extra: {} }), (key, value: unknown) => {
      const keeps =
        typeof value !== "string" ||
        ["type", "precision", "offset", "instant", "frontMatter"].includes(key);
      if (keeps || choices[place++ % Math.max(1, choices.length)] !== true) return value;
      return texts[place % texts.length];
    }) as Article;
  });

const context: PageContext = {
  timeZone: "UTC",
  name: "</title><script>alert(1)</script>",
  pictures: "links",
  homeUrl: "/v1",
  alternates: { "text/markdown": "/v1/articles/a.md" },
};

describe("a page", () => {
  it("holds no element, attribute or address but ours, whatever the article says", () => {
    fc.assert(
      fc.property(
        fc.oneof(anyArticle, hostileArticle),
        fc.constantFrom("links" as const, "images" as const),
        (article, pictures) => {
          expect(pageFaults(articleHtml(article, { ...context, pictures }))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("shows a headline letter for letter", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), hostile), (headline) => {
        const article = { ...JSON.parse(JSON.stringify(plain)), headline } as Article;
        const page = parse(articleHtml(article, context)) as Node;
        const shown = headline.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, "");
        expect(textOf(page).replaceAll("\r", "\n")).toContain(shown.replaceAll("\r", "\n"));
      }),
    );
  });

  it("fetches nothing from elsewhere unless it may", () => {
    fc.assert(
      fc.property(fc.array(anyBlock), (blocks) => {
        expect(bodyHtml(blocks, "links")).not.toMatch(/<img|src=/);
      }),
    );
  });
});

describe("a body", () => {
  it("is balanced: what is opened is closed, in order", () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (blocks) => {
        const html = bodyHtml(blocks, "links");
        const open: string[] = [];
        for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
          if (["br", "hr", "img"].includes(name)) continue;
          if (slash === "") open.push(name);
          else expect(open.pop()).toBe(name);
        }
        expect(open).toEqual([]);
        expect(strangers(parseFragment(html) as Node)).toEqual([]);
      }),
    );
  });
});

const plain = {
  id: "a",
  path: "a.md",
  headline: "",
  standfirst: false,
  keywords: [],
  author: [],
  wordCount: 0,
  readingMinutes: 0,
  draft: false,
  provenance: { frontMatter: "none", inferred: [] },
  figures: [],
  blocks: [],
  extra: {},
};

describe("an address that a page leads to", () => {
  it("is one by RFC 3986, whatever was written", () => {
    const faults = judgeBy({ type: "string", format: "uri" });
    const signs = fc.constantFrom(...'abc/?#[]{}|%^`"<>\\\\:@é=&. ', "%41", "://", "[::1]");
    const rest = fc.string({ unit: fc.oneof(signs, fc.string({ maxLength: 1 })), maxLength: 12 });
    const start = fc.constantFrom("https://a.example/", "https://", "http://a.example", "");
    fc.assert(
      fc.property(start, rest, (before, after) => {
        const address = followedUrl(before + after);
        if (address === undefined) return;
        expect([address, faults(address)]).toEqual([address, []]);
        expect(followedUrl(address)).toBe(address);
      }),
      { numRuns: 2_000 },
    );
  });

  it.for([
    [
      "https://a.example/{b}?c[]=d|e&f=%zz#g#h",
      "https://a.example/%7Bb%7D?c%5B%5D=d%7Ce&f=%25zz#g%23h",
    ],
    ["https://[::1]:80/a", "https://[::1]:80/a"],
    ["https://a.example", "https://a.example"],
    ["mailto:a@b.example", "mailto:a@b.example"],
    ["https://{{ host }}/a", undefined],
    ["https://{{host}}/a", undefined],
    ["https://", undefined],
    ["mailto:", undefined],
    ["/a.md", undefined],
    ["javascript:alert(1)//https://a.example", undefined],
  ])("%s is followed as %s", ([written = "", followed]) => {
    expect(followedUrl(written)).toBe(followed);
  });
});
