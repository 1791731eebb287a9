import type { Article } from "../article/article.ts";
import type { ArticleDate } from "../article/article-date.ts";
import { plainText } from "../article/plain-text.ts";
import type { PublicContext } from "./article-json-ld.ts";
import { articlePictures, type ArticlePicture } from "./article-pictures.ts";
import { bodyHtml } from "./body-html.ts";
import { licenseUrl } from "./publishing.ts";
import { followedUrl } from "./markup.ts";

/**
 * An article as the International Press Telecommunications Council's ninjs 3.1 (https://iptc.org/std/ninjs/).
 *
 * @example
 * ```ts
 * import { articleNinjs, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * const url = "https://news.example/bridge";
 * const context = { timeZone: "UTC", name: "The River Gazette", url };
 * articleNinjs(article, context)["uri"]; // => "https://news.example/bridge"
 * ```
 */
export function articleNinjs(
  article: Article,
  { name, url, publisher = { name }, license: common }: PublicContext,
): Readonly<Record<string, unknown>> {
  const { id, inLanguage, description, section, keywords, author, originUrl } = article;
  const { license = common } = article;
  const terms = licenseUrl(license);
  const text = plainText(article);
  const html = bodyHtml(article.blocks, "links");
  const created = instantOf(article.datePublished);
  const pictures = articlePictures(article);
  const origin = originUrl && followedUrl(originUrl);
  return {
    uri: url,
    standard: {
      name: "ninjs",
      version: "3.1",
      schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
    },
    type: "text",
    representationType: "full",
    pubStatus: "usable",
    contentCreated: created,
    versionCreated: instantOf(article.dateModified) ?? created,
    language: inLanguage,
    headlines: [{ role: "main", contentType: "text/plain", value: article.headline }],
    descriptions:
      description === undefined
        ? undefined
        : [{ role: "summary", contentType: "text/plain", value: description }],
    bodies: [
      {
        role: "main",
        contentType: "text/plain",
        charCount: text.length,
        wordCount: article.wordCount,
        value: text,
      },
      { role: "main", contentType: "text/html", charCount: html.length, value: html },
    ],
    by: author.length === 0 ? undefined : author.join(", "),
    people:
      author.length === 0 ? undefined : author.map((person) => ({ name: person, rel: "author" })),
    subjects: [
      ...(section === undefined
        ? []
        : [{ name: section.label, rel: "section", literal: section.key }]),
      ...keywords.map((keyword) => ({ name: keyword, rel: "keyword" })),
    ],
    infoSources: [
      { name: publisher.name, role: "publisher", uri: publisher.url },
      ...(origin === undefined ? [] : [{ role: "origin", uri: origin }]),
    ],
    usageTerms: license,
    rightsInfo: terms === undefined ? undefined : { linkedRights: terms },
    altIds: [{ role: "broadsheet", value: id }],
    associations:
      pictures.length === 0
        ? undefined
        : pictures.map((picture, place) => pictureNinjs(picture, place)),
  };
}

function pictureNinjs(
  { url, alt, caption = alt, creditText }: ArticlePicture,
  place: number,
): Readonly<Record<string, unknown>> {
  return {
    name: `picture${place + 1}`,
    uri: url,
    type: "picture",
    by: creditText,
    descriptions:
      caption === "" ? undefined : [{ role: "caption", contentType: "text/plain", value: caption }],
    renditions: [{ name: "original", href: url }],
  };
}

/** ninjs knows no date without a time; one that is coarser than a day is not given one. */
function instantOf(date: ArticleDate | undefined): string | undefined {
  if (date === undefined || date.precision === "year" || date.precision === "month")
    return undefined;
  return new Date(date.epochMs).toISOString();
}
