import type { Article, InferredField } from "../article/article.ts";
import { bodyMarkdown } from "./body-markdown.ts";
import { isoDate } from "./date-json.ts";

/**
 * An article as Markdown with front matter in YAML: what was read of its file, not the file. Fields that
 * the author did not write are not written either.
 *
 * @example
 * ```ts
 * import { articleMarkdown, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * articleMarkdown(article, "UTC").endsWith("\nBuses \\<crossed\\> at *noon*.\n"); // => true
 * ```
 */
export function articleMarkdown(article: Article, timeZone: string): string {
  const { section, datePublished, dateModified, keywords, author, image } = article;
  const written = <Value>(field: InferredField, value: Value | undefined): Value | undefined =>
    article.provenance.inferred.includes(field) ? undefined : value;
  const fields: Readonly<Record<string, string | readonly string[] | boolean | undefined>> = {
    title: asText(article.headline),
    description: written("description", article.description && asText(article.description)),
    code: article.code ?? article.id,
    category: section?.written,
    tags: keywords.length === 0 ? undefined : keywords,
    author: author.length === 0 ? undefined : written("author", author),
    language: written("inLanguage", article.inLanguage),
    date: datePublished && isoDate(datePublished, timeZone),
    updated: dateModified && isoDate(dateModified, timeZone),
    image: image?.url,
    origin_url: article.originUrl,
    draft: article.draft ? true : undefined,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${yaml(value)}`],
  );
  const body = bodyMarkdown(article.blocks);
  return `---\n${lines.join("\n")}\n---\n${body === "" ? "" : `\n${body}\n`}`;
}

/** Headlines may hold HTML, so what looks like it is written as references. */
function asText(line: string): string {
  return line.replace(/&(?=[#a-z])/gi, "&amp;").replaceAll("<", "&lt;");
}

/** Strings and lists of JSON are YAML as well (https://yaml.org/spec/1.2.2/); dates stand without quotes. */
function yaml(value: string | readonly string[] | boolean): string {
  return typeof value === "string" && /^\d{4}(-[\dT:.Z-]+)?$/.test(value)
    ? value
    : JSON.stringify(value);
}
