import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";

const entry = join(import.meta.dirname, "../../dist/index.js");

const article = `---
title: "The ferry: a last crossing"
category: National
date: 2024-05-01
---

# The ferry: a last crossing

![The ferry](https://example.com/ferry.jpg)

It left at noon, **empty** but for the crew.
`;

it("the built pure entry reads an article where there is nothing of Node", async () => {
  // For a browser esbuild refuses every module of Node, in our bundle and in the libraries beside it.
  const { outputFiles, warnings } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    globalName: "broadsheet",
    platform: "browser",
    write: false,
  });
  expect(warnings).toEqual([]);
  const program = `${outputFiles[0]?.text}
    JSON.stringify(broadsheet.parseArticle({ path: "ferry.md", text: ${JSON.stringify(article)} }))`;
  // No global but the language's own and URL: no Buffer, no process.
  const parsed: unknown = JSON.parse(runInNewContext(program, { URL }));
  expect(parsed).toMatchObject({
    article: { headline: "The ferry: a last crossing", section: { key: "national" } },
    problems: [],
  });
});
