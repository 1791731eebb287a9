import type { Article } from "../article/article.ts";
import { plainText } from "../article/plain-text.ts";
import { articlePictures } from "./article-pictures.ts";
import { isoDate } from "./date-json.ts";
import { licenseUrl, type Publishing } from "./publishing.ts";
import { followedUrl } from "./markup.ts";

/** What formats of others need: where an article is, and who publishes it. */
export type PublicContext = Publishing & {
  /** IANA name of the archive's time zone. */
  readonly timeZone: string;
  /** The archive's name. */
  readonly name: string;
  /** The article's own address, absolute. */
  readonly url: string;
};

/**
 * An article as a `NewsArticle` of schema.org (https://schema.org/NewsArticle), in JSON-LD.
 *
 * @example
 * ```ts
 * import { articleJsonLd, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * const url = "https://news.example/bridge";
 * const context = { timeZone: "UTC", name: "The River Gazette", url };
 * articleJsonLd(article, context)["datePublished"]; // => "2024-03-01"
 * ```
 */
export function articleJsonLd(
  article: Article,
  { timeZone, name, url, publisher = { name }, license: common }: PublicContext,
): Readonly<Record<string, unknown>> {
  const { datePublished, dateModified, section, originUrl } = article;
  const { license = common } = article;
  const pictures = articlePictures(article);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    url,
    identifier: article.id,
    headline: article.headline,
    description: article.description,
    inLanguage: article.inLanguage,
    articleSection: section?.label,
    articleBody: plainText(article),
    wordCount: article.wordCount,
    timeRequired: article.readingMinutes === 0 ? undefined : `PT${article.readingMinutes}M`,
    datePublished: datePublished && isoDate(datePublished, timeZone),
    dateModified: dateModified && isoDate(dateModified, timeZone),
    keywords: article.keywords.length === 0 ? undefined : article.keywords,
    author:
      article.author.length === 0
        ? undefined
        : article.author.map((person) => ({ "@type": "Person", name: person })),
    publisher: {
      "@type": "NewsMediaOrganization",
      name: publisher.name,
      url: publisher.url,
      logo: publisher.logo,
    },
    license:
      licenseUrl(license) ??
      (license === undefined ? undefined : { "@type": "CreativeWork", name: license }),
    image:
      pictures.length === 0
        ? undefined
        : pictures.map((picture) => ({
            "@type": "ImageObject",
            contentUrl: picture.url,
            caption: picture.caption,
            creditText: picture.creditText,
          })),
    isBasedOn: originUrl && followedUrl(originUrl),
  };
}
