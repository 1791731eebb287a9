import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { corpus } from "../corpora.ts";

const folders = ["naughty-strings", "xss-payloads", "h5sc"].map((name) =>
  corpus(`formats/${name}`),
);

/** Whether the strings are here. */
export const hostileStringsAreHere: boolean = !folders.includes(undefined);

/** Strings that others have collected because they broke out of text somewhere. */
function hostileLines(): readonly string[] {
  const files = folders.flatMap((folder = "") =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  const texts = files
    .filter((path) => /\.(txt|json|html|md)$/.test(path))
    .map((path) => readFileSync(path, "utf8"));
  return [...new Set(texts.flatMap((text) => text.split(/\r?\n/)))].filter((line) => line !== "");
}

/** Hostile lines in one article: each page is parsed as a browser does, which takes its time. */
const perArticle = 20;

/** Articles that hold all of them, in each of their places: the first line also where there is room for one only. */
export function hostileArticles(): readonly { readonly line: string; readonly article: Article }[] {
  const all = hostileLines();
  return Array.from({ length: Math.ceil(all.length / perArticle) }, (_, place) => {
    const lines = all.slice(place * perArticle, (place + 1) * perArticle);
    const [line = ""] = lines;
    return { line, article: hostileArticle(`page-${place}`, line, lines) };
  });
}

function hostileArticle(code: string, line: string, lines: readonly string[]): Article {
  const quoted = JSON.stringify(line);
  const list = JSON.stringify(lines);
  const body = lines.map(
    (each) => `${each}\n\n[${each}](${each}) ![${each}](${each})\n\n> ${each} ${each}`,
  );
  const text = `---
code: ${code}
title: ${JSON.stringify(lines.join(" "))}
description: ${JSON.stringify(lines.join(" "))}
author: ${list}
category: ${quoted}
tags: ${list}
image: ${quoted}
origin_url: ${quoted}
license: ${quoted}
---

${body.join("\n\n")}

![a](https://images.example/a.jpg)

${line} ${line}

| ${line} | b |
|---|---|
| ${line} | c |
`;
  return parseArticle({ path: `${code}.md`, text }).article;
}
