import type { Article } from "../article/article.ts";
import { plainText } from "../article/plain-text.ts";
import { isoDate } from "./date-json.ts";

/**
 * An article as plain text: headline, who wrote it and when, then the body and what stands under its pictures.
 *
 * @example
 * ```ts
 * import { articleText, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * articleText(article, "UTC"); // => "A bridge opens\n\n2024-03-01\n\nBuses <crossed> at noon.\n"
 * ```
 */
export function articleText(article: Article, timeZone: string): string {
  const { headline, description, standfirst, author, datePublished: date, figures } = article;
  const about = [...author, date === undefined ? "" : isoDate(date, timeZone)].filter(
    (part) => part !== "",
  );
  const captions = figures.flatMap(({ caption, creditText }) =>
    caption === undefined && creditText === undefined
      ? []
      : [`[${[caption, creditText].filter((part) => part !== undefined).join(" ")}]`],
  );
  const parts = [
    headline,
    standfirst && description !== undefined ? description : "",
    about.join(", "),
    plainText(article),
    ...captions,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
