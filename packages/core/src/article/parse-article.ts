import type { FrontMatter } from "../front-matter/front-matter.ts";
import { splitFrontMatter } from "../front-matter/split-front-matter.ts";
import { makeProblem, type Problem, type ProblemCode } from "../problem.ts";
import { checkSettings } from "../source/check-settings.ts";
import { defaultTimeZone, type Settings } from "../source/settings.ts";
import { cleanLine, cleanText, firstControl, lineAndColumn } from "../text/clean-text.ts";
import { codePointName } from "../text/code-point.ts";
import { codeTimeOf, idOfPath, safeId, translationGroupOf } from "./article-id.ts";
import type { Article, InferredField } from "./article.ts";
import { readBody } from "./body.ts";
import { columnFinder } from "./column-finder.ts";
import { datelineOf } from "./dateline.ts";
import { type Publication, publicationOf } from "./date-published.ts";
import { fieldLookup } from "./field-names.ts";
import { type FieldPlace, placeOfValue } from "./field-place.ts";
import {
  bylinePeople,
  firstParagraph,
  type Headline,
  headlineOf,
  saysTheSame,
} from "./headline.ts";
import { judgeCode, judgeText, type Report, unread } from "./judge-article.ts";
import { shownLanguage } from "./language-sample.ts";
import { figuresOf, paragraphTexts } from "./plain-text.ts";
import { isAmongDrafts } from "./path-day.ts";
import { languageInPath } from "./path-language.ts";
import { sectionInPath } from "./path-section.ts";
import { readExtra } from "./read-extra.ts";
import type { FieldContext } from "./read-field.ts";
import { readFields, type ReadFields } from "./read-fields.ts";
import { resolveUrl } from "./resolve-url.ts";
import type { StandardSchema } from "./standard-schema.ts";
import { firstSentence, textWithin } from "./sentences.ts";
import { countWords, readingMinutes } from "./word-count.ts";

/** An article's file: what `readArticleFile` gives, or a path and a text from anywhere. */
export type ArticleText = {
  /** Where it is called from: names the article when it has no code, and its problems. `/` between its parts. */
  readonly path: string;
  /** The whole text, front matter included. Cleaned here if it was not yet. */
  readonly text: string;
  /** What is known to be wrong with the file already. */
  readonly problems?: readonly Problem[];
};

/** What of an archive's settings an article is read with. */
export type ArticleSettings<Extra = unknown> = {
  /** BCP 47: the language of an article that declares none and shows none. */
  readonly language?: string | undefined;
  /** IANA name of the zone of dates that name none. Default `UTC`. */
  readonly timeZone?: Settings["timeZone"];
  /** Names in front matter beside those that are known everywhere, by the field that they mean. */
  readonly fields?: Settings["fields"];
  /**
   * A validator for the fields that the model does not know, `article.extra`, whose values are texts, lists
   * and maps as they were written. What it makes of them is the result's `extra`.
   */
  readonly extraSchema?: StandardSchema<unknown, Extra> | undefined;
};

/** An article and what is wrong with its file, in the order of lines. */
export type ParsedArticle<Extra = unknown> = {
  readonly article: Article;
  readonly problems: readonly Problem[];
  /**
   * What the validator made of `article.extra`. Absent without a validator, and when it found something
   * amiss: each is then a problem `extra-invalid`.
   */
  readonly extra?: Extra;
};

/** Longest lead, in UTF-16 units. */
const maxLeadLength = 300;

/**
 * Makes an article out of a text. Nothing throws for what the text holds, and nothing depends on anything
 * but the arguments: not on a clock, a time zone of the machine, or another article.
 *
 * @throws {SettingsError} for a time zone or a language that there is not, and for a validator that answers later.
 *
 * @example
 * ```ts
 * import { parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ndate: 2024-02-31\n---\n# A bridge opens\n\nIt opened on **Monday**.\n";
 * const { article, problems } = parseArticle({ path: "bridge.md", text });
 * article.headline; // => "A bridge opens"
 * article.datePublished; // => undefined
 * problems.map(({ code, line }) => [code, line]); // => [["date-impossible", 2]]
 * ```
 */
export function parseArticle<Extra = unknown>(
  source: ArticleText,
  settings: ArticleSettings<Extra> = {},
): ParsedArticle<Extra> {
  checkSettings(settings);
  const path = cleanLine(source.path);
  const problems: Problem[] = [...(source.problems ?? [])];
  const text = cleanText(source.text);
  const columnOf = columnFinder(text);
  const report: Report = (code, place, value) => {
    const at =
      typeof place === "object"
        ? placeOfValue(text, place)
        : { line: place, column: value === undefined ? undefined : columnOf(place, value) };
    problems.push(makeProblem(code, { path, ...at, value }));
  };
  const reported = new Set<string>();
  /** A line says once what is wrong with it, however often it is. */
  const reportOnce = (code: ProblemCode, line: number | undefined, value?: string): void => {
    const place = `${code} ${String(line)}`;
    if (!reported.has(place)) report(code, line, value);
    reported.add(place);
  };
  const control = text === source.text ? -1 : firstControl(source.text);
  if (control >= 0) {
    const place = lineAndColumn(source.text, control);
    const value = codePointName(source.text.slice(control));
    problems.push(makeProblem("control-characters", { path, ...place, value }));
  }
  const frontMatter = splitFrontMatter(text, path);
  problems.push(...frontMatter.problems);
  const context: FieldContext = { path, timeZone: settings.timeZone ?? defaultTimeZone, report };
  const fields = readFields(frontMatter, context, fieldLookup(settings.fields));
  const body = readBody(frontMatter.body, {
    firstLine: frontMatter.bodyLine,
    isBare: frontMatter.format === "none",
    resolve: (url, line) => {
      const resolved = resolveUrl(url, path);
      if (resolved === "unsafe") reportOnce("url-unsafe", line, url);
      return typeof resolved === "object" ? resolved.url : undefined;
    },
    dropped: (markup, line) => {
      reportOnce("script-dropped", line, markup);
    },
    templateLeftOut: (tag, line) => {
      reportOnce("template-left-out", line, tag);
    },
    tooDeep: () => {
      reportOnce("nesting-too-deep", undefined);
    },
  });
  const headline = headlineOf(fields.title?.value, body, path, fields.name);
  const publication = publicationOf(fields, context);
  const article = assemble(path, frontMatter.format, fields, headline, publication, settings);
  judgeCode(article, fields, report);
  if (!problems.some(({ code }) => unread.has(code))) {
    judgeText(article, fields, headline.from, report);
  }
  const { extraSchema } = settings;
  const extra = extraSchema === undefined ? undefined : readExtra(extraSchema, article.extra);
  for (const { field, text: value } of extra?.issues ?? []) {
    report("extra-invalid", field === undefined ? undefined : placeIn(frontMatter, field), value);
  }
  const inOrder = problems.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return extra !== undefined && "value" in extra
    ? { article, problems: inOrder, extra: extra.value }
    : { article, problems: inOrder };
}

function placeIn({ lines }: FrontMatter, name: string): FieldPlace {
  return { name, line: lines.get(name), isInner: false };
}

function assemble(
  path: string,
  frontMatter: FrontMatter["format"],
  fields: ReadFields,
  { headline, from, blocks }: Headline,
  publication: Publication | undefined,
  settings: ArticleSettings,
): Article {
  const { dateModified, image, originUrl, license } = fields;
  const section = fields.section ?? sectionInPath(path);
  const translationGroup = fields.translationGroup ?? translationGroupOf(path);
  const texts = paragraphTexts(blocks);
  const paragraph = firstParagraph(blocks);
  const wordCount = countWords(texts);
  const written = fields.description?.value;
  const description = written ?? inferredDescription(paragraph);
  const language = fields.language?.value;
  const inLanguage =
    language ??
    shownLanguage(from === "path" ? "" : headline, blocks, written) ??
    languageInPath(path) ??
    settings.language;
  const code = fields.code?.value;
  const codeTime = code === undefined ? undefined : codeTimeOf(code);
  const author = fields.author.length > 0 ? fields.author : bylinePeople(blocks);
  const dateline = paragraph === undefined ? undefined : datelineOf(paragraph);
  const inferred: InferredField[] = [
    ...(from === "title" ? [] : (["headline"] as const)),
    ...(written === undefined && description !== undefined ? (["description"] as const) : []),
    ...(section === fields.section ? [] : (["section"] as const)),
    ...(language === undefined && inLanguage !== undefined ? (["inLanguage"] as const) : []),
    ...(publication?.inferred === true ? (["datePublished"] as const) : []),
    ...(author.length > fields.author.length ? (["author"] as const) : []),
    ...(dateline === undefined ? [] : (["dateline"] as const)),
    ...(translationGroup === fields.translationGroup ? [] : (["translationGroup"] as const)),
  ];
  return {
    id: (code === undefined ? "" : safeId(code)) || idOfPath(path),
    path,
    headline,
    standfirst: written !== undefined && !saysTheSame(written, headline),
    keywords: fields.keywords,
    author,
    wordCount,
    readingMinutes: readingMinutes(wordCount),
    draft: fields.draft || isAmongDrafts(path),
    provenance: { frontMatter, inferred },
    ...optional({
      description,
      lead: paragraph === undefined ? undefined : textWithin(paragraph, maxLeadLength),
      section,
      inLanguage,
      datePublished: publication?.date,
      dateModified,
      image: image === undefined ? undefined : { url: image },
      originUrl,
      sourceHost: originUrl === undefined ? undefined : hostOf(originUrl),
      code,
      codeTime,
      dateline,
      license,
      translationGroup,
    }),
    figures: figuresOf(blocks),
    blocks,
    extra: fields.extra,
  };
}

/** The same without the keys whose value is undefined. */
function optional<Values extends object>(values: Values): Present<Values> {
  const present: Present<Values> = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined && value !== null) present[name] = value;
  }
  return present;
}

type Present<Values> = { [Key in keyof Values]?: NonNullable<Values[Key]> };

function inferredDescription(paragraph: string | undefined): string | undefined {
  return paragraph === undefined ? undefined : textWithin(firstSentence(paragraph), maxLeadLength);
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
