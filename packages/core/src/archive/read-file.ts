import { parseArticle } from "../article/parse-article.ts";
import type { Article, ArticleSummary } from "../article/article.ts";
import { summarise } from "../article/summarise.ts";
import { plainText } from "../article/plain-text.ts";
import type { Problem } from "../problem.ts";
import type { FoundFile } from "../source/article-file.ts";
import { rememberedStamp } from "../source/file-stamp.ts";
import { readArticleFile } from "../source/read-article-file.ts";
import { SeenWords } from "../text/seen-words.ts";
import type { Settings } from "../source/settings.ts";
import type { FileEntry, IndexedFile, IndexText } from "./article-index.ts";
import type { GivenId } from "./assign-ids.ts";
import { divideText, type DividedText } from "./divide-text.ts";
import { dayOf } from "./period.ts";

/** Where an archive's files are, and how they are to be understood. */
export type Folder = { readonly root: string; readonly settings: Settings };

/** A file as an article, before it is known whether another file has its id. */
export type ReadFile = {
  readonly found: FoundFile;
  readonly article: Article;
  readonly problems: readonly Problem[];
  /** Whether the file was gone when it was to be read: the article is then only its name. */
  readonly vanished: boolean;
};

/** Reads and parses one file. A file that is gone or cannot be read is an article without text. */
export function readFile({ root, settings }: Folder, found: FoundFile): ReadFile {
  const file = readArticleFile(root, found);
  const { article, problems } = parseArticle(file, settings);
  const vanished = problems.some(({ code }) => code === "file-vanished");
  const stamp = rememberedStamp(file.stamp, Date.now());
  return { found: { path: file.path, stamp }, article, problems, vanished };
}

/** A file as it is put into an index, but for whether another file has its id. */
export type PreparedFile = {
  readonly found: FoundFile;
  readonly article: ArticleSummary;
  /** As in `IndexedFile`. */
  readonly period?: string;
  readonly problems: readonly Problem[];
  /** As in `ReadFile`. */
  readonly vanished: boolean;
  readonly text: DividedText;
};

/** The words of each language that were given to an index before. */
export type WordsGiven = Map<string | undefined, SeenWords>;

/** Reads one file as an index needs it. */
export function prepareFile(folder: Folder, file: FoundFile, given?: WordsGiven): PreparedFile {
  return prepared(readFile(folder, file), folder.settings.timeZone, given);
}

/** Of a file that was read, what an index needs. */
export function prepared(
  { found, article, problems, vanished }: ReadFile,
  timeZone: Settings["timeZone"],
  given?: WordsGiven,
): PreparedFile {
  const before = given?.get(article.inLanguage) ?? (given && new SeenWords());
  if (before !== undefined) given?.set(article.inLanguage, before);
  const { datePublished } = article;
  const period = datePublished && dayOf(datePublished, timeZone);
  return {
    found,
    article: summarise(article),
    ...(period === undefined ? {} : { period }),
    problems,
    vanished,
    text: divideText(indexText(article), before),
  };
}

/** What the index keeps of a file, under the id that it was given. */
export function indexedFile(
  { found, article, period, problems }: PreparedFile,
  given: GivenId,
  /** What the index knows of a file that is only called otherwise: it is compared by this next time. */
  as: Pick<FileEntry, "path" | "stamp" | "wantedId"> = { ...found, wantedId: article.id },
): IndexedFile {
  return {
    path: as.path,
    stamp: as.stamp,
    wantedId: as.wantedId,
    article: { ...article, id: given.id },
    ...(period === undefined ? {} : { period }),
    problems: [...problems, ...given.problems],
  };
}

/** What is searched of an article. A description that we took from the body is not searched twice. */
export function indexText(article: Article): IndexText {
  const written = !article.provenance.inferred.includes("description");
  return {
    headline: article.headline,
    description: written ? (article.description ?? "") : "",
    keywords: article.keywords.join(" "),
    body: readableText(article),
  };
}

/** All that there is to read below an article's headline: its paragraphs, then what stands under its pictures. */
export function readableText(article: Article): string {
  const captions = article.figures.flatMap(({ caption, creditText }) =>
    [caption, creditText].filter(isText),
  );
  return [plainText(article), ...captions].join("\n\n");
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}
