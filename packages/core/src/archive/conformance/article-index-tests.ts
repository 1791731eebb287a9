import type { ArticleIndex } from "../article-index.ts";
import { applying } from "./applying.ts";
import { counting } from "./counting.ts";
import { following } from "./following.ts";
import { keeping } from "./keeping.ts";
import { laws } from "./laws.ts";
import { paging } from "./paging.ts";
import { patience } from "./patience.ts";
import { ranking } from "./ranking.ts";
import { searching } from "./searching.ts";
import { sharing } from "./sharing.ts";

/** One test of the suite, for any runner: `run` rejects when it fails. */
export type ConformanceTest = {
  /** A sentence about what an index does. */
  readonly name: string;
  readonly run: () => Promise<void>;
};

/**
 * Opens the index that is called so, or makes it: it is then empty. One name is opened more than once, also
 * while it is open, and is one index all the same. Names are of letters, digits and hyphens, and each run of a
 * test has its own.
 */
export type OpenIndex = (name: string) => ArticleIndex | Promise<ArticleIndex>;

/**
 * What every `ArticleIndex` promises, as tests: that changes are visible when they are made and all or none of
 * them are, what each kind of question finds and in which order, totals, cursors and windows, counts,
 * suggestions, related articles, changes since a generation, cancellation, and laws that compare answers with
 * a plain scan of all articles.
 *
 * @example
 * ```ts
 * import { articleIndexTests, type OpenIndex } from "@broadsheet/core/conformance";
 *
 * const open: OpenIndex = (name) => Promise.reject(new Error(`There is no engine for ${name} yet.`));
 * const outcomes = await Promise.allSettled(articleIndexTests(open).map(({ run }) => run()));
 * outcomes.every(({ status }) => status === "rejected"); // => true
 * ```
 */
export function articleIndexTests(open: OpenIndex): readonly ConformanceTest[] {
  const trials = [
    ...applying, ...sharing, ...searching, ...ranking, ...paging, ...counting, ...following, ...keeping,
    ...patience, ...laws,
  ]; // prettier-ignore
  return trials.map(({ name, check }) => ({
    name,
    async run() {
      const opened: ArticleIndex[] = [];
      const opener = (): (() => Promise<ArticleIndex>) => {
        const called = `conformance-${crypto.randomUUID()}`;
        return async () => {
          const index = await open(called);
          opened.push(index);
          return index;
        };
      };
      const again = opener();
      try {
        await check(await again(), again, opener());
      } finally {
        await Promise.all(opened.map((index) => index.close()));
      }
    },
  }));
}
