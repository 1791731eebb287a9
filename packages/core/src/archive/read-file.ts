import { parseArticle } from "../article/parse-article.ts";
import type { Article, ArticleSummary } from "../article/article.ts";
import { summarise } from "../article/summarise.ts";
import { plainText } from "../article/plain-text.ts";
import type { Problem } from "../problem.ts";
import type { ArticleFile, FoundFile } from "../source/article-file.ts";
import { rememberedStamp } from "../source/file-stamp.ts";
import { readArticleFile } from "../source/read-article-file.ts";
import { SeenWords } from "../text/seen-words.ts";
import type { Settings } from "../source/settings.ts";
import type { Change, FileEntry, IndexedFile, IndexText } from "./article-index.ts";
import type { GivenId } from "./assign-ids.ts";
import { divideText, type DividedText } from "./divide-text.ts";
import { dayOf } from "./period.ts";

/** Where an archive's files are, and how they are to be understood. */
export type Folder = { readonly root: string; readonly settings: Settings };

/** A file as an article, before it is known whether another file has its id. */
export type ReadFile = {
  readonly found: FoundFile;
  readonly article: Article;
  /** As in `ArticleFile`. */
  readonly digest?: string;
  readonly problems: readonly Problem[];
  /** Whether the file was gone when it was to be read: the article is then only its name. */
  readonly vanished: boolean;
};

/** Reads and parses one file. A file that is gone or cannot be read is an article without text. */
export function readFile(folder: Folder, found: FoundFile): ReadFile {
  return parseFile(folder, readArticleFile(folder.root, found));
}

function parseFile({ settings }: Folder, file: ArticleFile): ReadFile {
  const { article, problems } = parseArticle(file, settings);
  const vanished = problems.some(({ code }) => code === "file-vanished");
  const { digest } = file;
  return {
    found: readNow(file),
    article,
    ...(digest === undefined ? {} : { digest }),
    problems,
    vanished,
  };
}

function readNow({ path, stamp }: FoundFile): FoundFile {
  return { path, stamp: rememberedStamp(stamp, Date.now()) };
}

/** A file as it is put into an index, but for whether another file has its id. */
export type PreparedFile = {
  readonly found: FoundFile;
  readonly article: ArticleSummary;
  /** As in `IndexedFile`. */
  readonly period?: string;
  /** As in `ArticleFile`. */
  readonly digest?: string;
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

/** A file that says what it did. */
export type Restamp = Extract<Change, { type: "restamp" }>;

export function isRestamp(file: PreparedFile | Restamp): file is Restamp {
  return "type" in file;
}

/** A file that is not as it was, with what an index knows of it, if anything. */
export type ChangedFile = FoundFile & { readonly known?: Pick<FileEntry, "stamp" | "digest"> };

/** Reads a file that is not as it was: when it says what it did, only its stamp is another. */
export function prepareChanged(
  folder: Folder,
  { known, path, stamp }: ChangedFile,
  given?: WordsGiven,
): PreparedFile | Restamp {
  const file = readArticleFile(folder.root, { path, stamp });
  const isSame =
    file.digest !== undefined &&
    file.digest === known?.digest &&
    file.stamp.size === known.stamp.size;
  if (isSame) return { type: "restamp", ...readNow(file) };
  return prepared(parseFile(folder, file), folder.settings.timeZone, given);
}

/** Of a file that was read, what an index needs. */
export function prepared(
  { found, article, digest, problems, vanished }: ReadFile,
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
    ...(digest === undefined ? {} : { digest }),
    problems,
    vanished,
    text: divideText(indexText(article), before),
  };
}

/** What the index keeps of a file, under the id that it was given. */
export function indexedFile(
  { found, article, period, digest, problems }: PreparedFile,
  given: GivenId,
  /**
   * What the index knows of a file that is only called otherwise: it is compared by this next time, and read
   * anew when it says something else by now.
   */
  as: Omit<FileEntry, "id" | "searchable"> = {
    ...found,
    wantedId: article.id,
    ...(digest === undefined ? {} : { digest }),
  },
): IndexedFile {
  return {
    path: as.path,
    stamp: as.stamp,
    wantedId: as.wantedId,
    article: { ...article, id: given.id },
    ...(period === undefined ? {} : { period }),
    ...(digest === undefined || digest !== as.digest ? {} : { digest }),
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
