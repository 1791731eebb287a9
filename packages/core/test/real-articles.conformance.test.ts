import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ArticleDate } from "../src/article/article-date.ts";
import { disambiguateId } from "../src/article/article-id.ts";
import { type ParsedArticle, parseArticle } from "../src/article/parse-article.ts";
import { plainText } from "../src/article/plain-text.ts";
import { findArticleFiles } from "../src/source/find-article-files.ts";
import { readText } from "../src/source/read-text.ts";
import { fold } from "../src/text/fold.ts";
import { corpus } from "./corpora.ts";

/** Longest time that reading a file may take, in milliseconds of CPU: so much for each piece of it or part of one. */
const maxPieceMs = 100;

/** In bytes; all but a handful of articles are shorter. */
const pieceBytes = 256 * 1024;

/** Files that tell of their folder, by their names alone. */
const aboutFolders = /(?:^|\/)(?:README|contributing)\.md$/;

/** What of a file's article is looked at. */
type Reading = {
  readonly path: string;
  readonly id: string;
  readonly headline: string;
  readonly dates: readonly ArticleDate[];
  /** Milliseconds of CPU, for each piece of the file. */
  readonly took: number;
};

describe.for(["md", "edge", "khmer"])("the real articles in %s", (name) => {
  const folder = corpus(name);
  const paths: string[] = [];
  const readings: Reading[] = [];
  const failures: string[] = [];

  beforeAll(() => {
    if (folder === undefined) return;
    paths.push(...filesIn(folder));
    for (const path of paths) {
      try {
        readings.push(read(folder, path));
      } catch (error) {
        failures.push(`${path}: ${String(error)}`);
      }
    }
  }, 120_000);

  it.skipIf(folder === undefined)("are all read", () => {
    expect(failures).toEqual([]);
    expect(paths.length).toBeGreaterThan(100);
    expect(readings).toHaveLength(paths.length);
    expect(readings.filter(({ headline }) => headline === "")).toEqual([]);
  });

  it.skipIf(folder === undefined)("are all found, but for files about their folder", () => {
    const { files, problems } = findArticleFiles(folder ?? "", { name, timeZone: "UTC" });
    const articles = paths.filter(
      (path) => /\.(?:md|markdown|txt)$/.test(path) && !aboutFolders.test(path),
    );
    expect(files.map(({ path }) => path).toSorted()).toEqual(articles.toSorted());
    expect(problems).toEqual([]);
  });

  it.skipIf(folder === undefined)(
    "have ids of their own, once those that share one are told apart",
    () => {
      const ids = new Set<string>();
      for (const [wanted, [first, ...others]] of Map.groupBy(readings, ({ id }) => id)) {
        if (first !== undefined) ids.add(wanted);
        for (const { path } of others) ids.add(disambiguateId(wanted, path));
      }
      expect(ids.size).toBe(readings.length);
    },
  );

  it.skipIf(folder === undefined)("have no date that was not written", () => {
    const dates = readings.flatMap(({ path, dates: all }) => all.map((date) => ({ path, date })));
    const invented = dates.filter(
      ({ path, date }) => !isWritten(date, join(folder ?? "", path), path),
    );
    expect(invented).toEqual([]);
  });

  it.skipIf(folder === undefined)(
    "are each read in a moment, at the latest when tried again",
    () => {
      const slow = readings.filter(({ path, took }) => {
        // The first try may have been that of a cold program.
        return took > maxPieceMs && leastTime(folder ?? "", path) > maxPieceMs;
      });
      expect(slow.map(({ path }) => path)).toEqual([]);
    },
  );
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "index.tsv")
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
}

/** Reads a file as an archive would, whatever its name ends in. */
function read(folder: string, path: string): Reading {
  const bytes = readFileSync(join(folder, path));
  const before = process.threadCpuUsage();
  const { article } = parse(path, bytes);
  plainText(article);
  const { user, system } = process.threadCpuUsage(before);
  const { id, headline, datePublished, dateModified } = article;
  const dates = [datePublished, dateModified].filter((date) => date !== undefined);
  const pieces = Math.max(1, Math.ceil(bytes.length / pieceBytes));
  return { path, id, headline, dates, took: (user + system) / 1_000 / pieces };
}

function parse(path: string, bytes: Uint8Array): ParsedArticle {
  return parseArticle({ path, ...readText(path, bytes, false) });
}

function leastTime(folder: string, path: string): number {
  return Math.min(...[1, 2].map(() => read(folder, path).took));
}

/** Whether the characters of a date stand in its file or its file's path, and its year among them. */
function isWritten({ written, epochMs }: ArticleDate, file: string, path: string): boolean {
  const { text } = readText(path, readFileSync(file), false);
  const years = [-1, 0, 1].map((day) => new Date(epochMs + day * 86_400_000).getUTCFullYear());
  const inPath = path.replaceAll(/[-_/]/g, "-").includes(written.replaceAll(/[-_/]/g, "-"));
  return (
    (text.includes(written) || inPath) && years.some((year) => fold(written).includes(String(year)))
  );
}
