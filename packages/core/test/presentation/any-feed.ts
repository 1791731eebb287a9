import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { feedOf, type Feed } from "../../src/presentation/feed.ts";
import type { Publishing } from "../../src/presentation/publishing.ts";
import { anyArticle } from "./arbitrary-article.ts";

const samples = join(import.meta.dirname, "../../../sample/articles");

/** The sample archive's articles, as another program would get them. */
export function sampleArticles(): readonly Article[] {
  return articlesIn(samples);
}

/** The articles of a folder's Markdown and text files. */
export function articlesIn(folder: string): readonly Article[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(md|txt)$/.test(path))
    .map((path) => parseArticle({ path, text: readFileSync(join(folder, path), "utf8") }).article);
}

/** Who publishes, and under which terms, in the forms that standards have for it. */
export const publishing = {
  publisher: {
    name: "River & Press",
    url: "https://press.example/?a=b&c=d",
    logo: "https://press.example/logo.png",
  },
  license: "https://creativecommons.org/licenses/by/4.0/",
} as const satisfies Publishing;

const url = fc.constantFrom(
  "https://a.example/b?c=d&e=f",
  "https://images.example/a.jpg",
  "https://images.example/{a}%zz?b[]=|&c=100%#d#e",
  "https://{{ host }}/a.jpg",
);

/** Articles as the archive has them: their addresses are addresses. */
export const anyRealArticle: fc.Arbitrary<Article> = fc
  .tuple(anyArticle, url)
  .map(([article, address]) => ({
    ...article,
    ...(article.originUrl === undefined ? {} : { originUrl: address }),
    ...(article.image === undefined ? {} : { image: { url: address } }),
    ...(article.inLanguage === undefined ? {} : { inLanguage: "zh-Hant" }),
    figures: article.figures.map((figure) => ({ ...figure, url: address })),
  }));

/** A feed of these articles, with their bodies or without. */
export function feed(articles: readonly Article[], isWhole: boolean, by: Publishing = {}): Feed {
  return feedOf(
    { hits: articles.map((article) => ({ article, fileModifiedMs: Date.UTC(2024, 0, 1) })) },
    {
      ...by,
      name: "River & Road",
      selfUrl: "https://river.example/feeds/all.atom?limit=2&x=y",
      firstUrl: "https://river.example/feeds/all.atom",
      nextUrl: "https://river.example/feeds/all.atom?cursor=x",
      homeUrl: "https://river.example/",
      articleUrl: (id) =>
        `https://river.example/v1/articles/${encodeURIComponent(id.toWellFormed())}`,
      pictures: "links",
      ...(isWhole ? { whole: new Map(articles.map((article) => [article.id, article])) } : {}),
    },
  );
}

export const anyFeed: fc.Arbitrary<Feed> = fc
  .tuple(
    fc.array(anyRealArticle, { maxLength: 3 }),
    fc.boolean(),
    fc.record({
      publisher: fc.constantFrom(undefined, { name: "Press" }, publishing.publisher),
      license: fc.constantFrom(undefined, "CC-BY-4.0", "<b>Terms</b>", publishing.license),
    }),
  )
  .map((parts) => feed(...parts));
