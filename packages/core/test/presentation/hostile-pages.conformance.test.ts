import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { articleHtml } from "../../src/presentation/article-html.ts";
import { atomFeed } from "../../src/presentation/atom.ts";
import { feedOf } from "../../src/presentation/feed.ts";
import { rssFeed } from "../../src/presentation/rss.ts";
import { corpus } from "../corpora.ts";
import { pageFaults } from "./page-strangers.ts";

// Strings that others have collected because they broke out of text somewhere, in each place of an article.

const folders = ["naughty-strings", "xss-payloads", "h5sc"].map((name) =>
  corpus(`formats/${name}`),
);

function lines(): readonly string[] {
  const files = folders.flatMap((folder) =>
    folder === undefined
      ? []
      : readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
          join(folder, path),
        ),
  );
  const texts = files
    .filter((path) => /\.(txt|json|html|md)$/.test(path))
    .map((path) => readFileSync(path, "utf8"));
  return [...new Set(texts.flatMap((text) => text.split(/\r?\n/)))].filter((line) => line !== "");
}

/** Hostile lines in one article: each page is parsed as a browser does, which takes its time. */
const perArticle = 20;

describe.skipIf(folders.includes(undefined))("a page and a feed of a hostile article", () => {
  const all = lines();

  it(
    "hold nothing but what we write, wherever the hostile text stands",
    { timeout: 60_000 },
    () => {
      expect(all.length).toBeGreaterThan(500);
      for (let place = 0; place < all.length; place += perArticle) {
        const some = all.slice(place, place + perArticle);
        const [line = ""] = some;
        const quoted = JSON.stringify(line);
        const list = JSON.stringify(some);
        const body = some.map(
          (each) => `${each}\n\n[${each}](${each}) ![${each}](${each})\n\n> ${each} ${each}`,
        );
        const text = `---
title: ${JSON.stringify(some.join(" "))}
description: ${JSON.stringify(some.join(" "))}
author: ${list}
category: ${quoted}
tags: ${list}
image: ${quoted}
origin_url: ${quoted}
---

${body.join("\n\n")}

![a](https://images.example/a.jpg)

${line} ${line}

| ${line} | b |
|---|---|
| ${line} | c |
`;
        const { article } = parseArticle({ path: "a.md", text });
        const page = articleHtml(article, {
          timeZone: "UTC",
          name: line,
          pictures: "images",
          homeUrl: "/v1",
          alternates: {},
        });
        expect([some, pageFaults(page)]).toEqual([some, []]);
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
