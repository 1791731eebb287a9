import type { Change, FileEntry } from "../src/archive/article-index.ts";
import type { Scanned } from "../src/archive/conformance/scan-articles.ts";
import type { DividedText } from "../src/archive/divide-text.ts";
import type { Problem } from "../src/problem.ts";
import { compareCodePoints } from "../src/text/compare.ts";
import type { History, Version } from "./plain-changes.ts";
import { countTokens } from "./plain-words.ts";

/** An article as a plain index keeps it. */
export type PlainArticle = Required<Omit<Scanned, "count">> &
  Pick<Scanned, "count"> & {
    readonly entry: FileEntry;
    readonly text: DividedText | undefined;
  };

/** What a plain index keeps, in memory. */
export class PlainStore implements History {
  readonly epoch: string;
  /** The number of the last change. */
  last = 0;
  /** In order of their paths. */
  articles: readonly PlainArticle[] = [];
  folderProblems: readonly Problem[] = [];
  awaited = 0;
  whole = false;
  folderDigests: ReadonlyMap<string, string> = new Map();
  versions: readonly Version[] = [];

  /** `epoch`: eight hexadecimal digits that generations begin with. */
  constructor(epoch: string = crypto.randomUUID().slice(0, 8)) {
    this.epoch = epoch;
  }

  get generation(): string {
    return `${this.epoch}.${this.last}`;
  }

  /** Makes all of the changes, or none when one fails. */
  apply(changes: readonly Change[]): string {
    const articles = new Map(this.articles.map((each) => [each.entry.path, each]));
    const versions = [...this.versions];
    let { folderProblems, awaited, whole, last } = this;
    const folderDigests = new Map(this.folderDigests);
    for (const change of changes) {
      if (change.type === "folder") {
        folderDigests.set(change.path, change.digest);
        continue;
      }
      if ("path" in change) folderDigests.delete(folderOf(change.path));
      else if (change.type === "put") folderDigests.delete(folderOf(change.file.path));
      if (change.type === "restamp") {
        const known = articles.get(change.path);
        const { stamp } = change;
        if (known !== undefined)
          articles.set(change.path, { ...known, entry: { ...known.entry, stamp } });
        continue;
      }
      last++;
      if (change.type === "awaited") {
        awaited = change.files;
        whole ||= awaited === 0;
      } else if (change.type === "folder-problems") folderProblems = change.problems;
      else if (change.type === "remove") {
        if (articles.delete(change.path)) versions.push({ path: change.path, at: last });
      } else {
        const { path, article } = change.file;
        articles.set(path, plainArticle(change));
        versions.push({ path, at: last, article });
      }
    }
    this.articles = [...articles.values()].toSorted((a, b) =>
      compareCodePoints(a.entry.path, b.entry.path),
    );
    // Other times of files are no other answers.
    if (changes.some(({ type }) => type !== "restamp" && type !== "folder")) last++;
    Object.assign(this, { folderProblems, folderDigests, awaited, whole, versions, last });
    return this.generation;
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function plainArticle({ file, text }: Extract<Change, { type: "put" }>): PlainArticle {
  const { path, stamp, digest, wantedId, article, problems } = file;
  return {
    article,
    problems,
    entry: {
      path,
      stamp,
      ...(digest !== undefined && { digest }),
      wantedId,
      id: article.id,
      searchable: text !== undefined,
    },
    text,
    ...(text && { count: countTokens(text, article.inLanguage) }),
  };
}
