import type { Article } from "../article/article.ts";
import { bodyHtml, figureHtml, type Pictures } from "./body-html.ts";
import { isoDate } from "./date-json.ts";
import { dateText, minutesText } from "./date-text.ts";
import { escapeMarkup, followedUrl } from "./markup.ts";
import { licenseUrl, type Publishing } from "./publishing.ts";
import { pageStyle } from "./page-style.ts";

/** What a page of an article says beside it. */
export type PageContext = Publishing & {
  /** IANA name of the archive's time zone. */
  readonly timeZone: string;
  /** The archive's name. */
  readonly name: string;
  readonly pictures: Pictures;
  /** Where the archive's articles are listed. */
  readonly homeUrl: string;
  /** Other forms of the article, by media type. */
  readonly alternates: Readonly<Record<string, string>>;
};

/**
 * An article as a whole page of HTML. It needs no script, and can be read without its style.
 *
 * @example
 * ```ts
 * import { articleHtml, pageStyle, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * const page = articleHtml(article, {
 *   timeZone: "UTC",
 *   name: "The River Gazette",
 *   pictures: "links",
 *   homeUrl: "/",
 *   alternates: {},
 * });
 * page.includes('<h1 dir="auto">A bridge opens</h1>'); // => true
 * page.includes("Buses &lt;crossed&gt; at <em>noon</em>."); // => true
 * page.includes(pageStyle); // => true
 * ```
 */
export function articleHtml(article: Article, context: PageContext): string {
  const { inLanguage = "", headline } = article;
  const description = article.description ?? article.lead;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(`${headline} · ${context.name}`)}</title>`,
    description === undefined
      ? ""
      : `<meta name="description" content="${escapeMarkup(description)}">`,
    ...article.author.map((name) => `<meta name="author" content="${escapeMarkup(name)}">`),
    ...Object.entries(context.alternates).map(
      ([type, url]) =>
        `<link rel="alternate" type="${escapeMarkup(type)}" href="${escapeMarkup(url)}">`,
    ),
    `<style>${pageStyle}</style>`,
  ].filter((line) => line !== "");
  const language = inLanguage === "" ? "" : ` lang="${escapeMarkup(inLanguage)}"`;
  return `<!doctype html>
<html${language}>
<head>
${head.join("\n")}
</head>
<body>
<header class="masthead"><a href="${escapeMarkup(context.homeUrl)}">${escapeMarkup(context.name)}</a></header>
<main>
<article>
${articleHead(article, context)}
${bodyHtml(article.blocks, context.pictures)}
</article>
</main>
${pageFoot(article, context)}</body>
</html>
`;
}

/** Section, headline, standfirst, a short rule, who wrote it and when, the picture that belongs to all of it. */
function articleHead(article: Article, { timeZone, pictures }: PageContext): string {
  const { section, headline, description, standfirst, author, inLanguage, image } = article;
  const { datePublished: date, readingMinutes } = article;
  const about = [
    author.length === 0 ? "" : `<span dir="auto">${escapeMarkup(author.join(", "))}</span>`,
    date === undefined
      ? ""
      : `<time datetime="${escapeMarkup(isoDate(date, timeZone))}">${escapeMarkup(dateText(date, timeZone, inLanguage))}</time>`,
    readingMinutes === 0 ? "" : escapeMarkup(minutesText(readingMinutes, inLanguage)),
  ].filter((part) => part !== "");
  return [
    section === undefined ? "" : `<p class="section" dir="auto">${escapeMarkup(section.label)}</p>`,
    `<h1 dir="auto">${escapeMarkup(headline)}</h1>`,
    standfirst && description !== undefined
      ? `<p class="standfirst" dir="auto">${escapeMarkup(description)}</p>`
      : "",
    about.length === 0 ? "" : `<hr class="short">\n<p class="about">${about.join(" · ")}</p>`,
    image === undefined ? "" : figureHtml({ url: image.url, alt: "" }, pictures),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** Where it came from, who publishes it, and under which terms. */
function pageFoot(article: Article, { publisher, license: common }: PageContext): string {
  const { originUrl, sourceHost, license = common } = article;
  const origin = originUrl === undefined ? undefined : followedUrl(originUrl);
  const parts = [
    origin === undefined ? "" : footLink(sourceHost ?? origin, origin),
    publisher === undefined ? "" : footLink(publisher.name, publisher.url),
    license === undefined ? "" : footLink(license, licenseUrl(license), "license "),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `<footer>${parts.join(" · ")}</footer>\n`;
}

function footLink(text: string, url: string | undefined, relation = ""): string {
  return url === undefined || followedUrl(url) === undefined
    ? `<span dir="auto">${escapeMarkup(text)}</span>`
    : `<a href="${escapeMarkup(url)}" rel="${relation}noreferrer">${escapeMarkup(text)}</a>`;
}
