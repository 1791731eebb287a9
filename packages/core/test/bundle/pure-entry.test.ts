import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { bundleForBrowser } from "../../bundle/bundle-for-browser.ts";
import { schemas } from "../../src/presentation/schemas.ts";
import { problemGuide } from "../../src/problem-guide.ts";

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
  const { outputFiles, warnings } = await bundleForBrowser('export * from "@broadsheet/core"');
  const bundle = outputFiles[0]?.text ?? "";
  expect(warnings).toEqual([]);
  expect(bundle).not.toMatch(/["']node:|DatabaseSync/);
  const program = `${bundle}
    JSON.stringify(broadsheet.parseArticle({ path: "ferry.md", text: ${JSON.stringify(article)} }))`;
  // No global but the language's own and URL: no Buffer, no process.
  const parsed: unknown = JSON.parse(runInNewContext(program, { URL }));
  expect(parsed).toMatchObject({
    article: { headline: "The ferry: a last crossing", section: { key: "national" } },
    problems: [],
  });
});

it("a bundle holds no explanations and schemas that its program does not ask for", async () => {
  const texts = [
    problemGuide("file-too-large").meaning,
    String(schemas["ArticleList"]?.description),
  ];
  const all = await bundleForBrowser('export * from "@broadsheet/core"', true);
  const one = await bundleForBrowser('export { parseArticle } from "@broadsheet/core"', true);
  for (const text of texts) {
    expect(all.outputFiles[0]?.text.includes(text), text).toBe(true);
    expect(one.outputFiles[0]?.text.includes(text), text).toBe(false);
  }
});
