import { measureInOwnProcess } from "./own-process.ts";
import { searchCalls } from "./search-questions.ts";
import { quantile } from "./search-timing.ts";
import { beside, printTable, shown } from "./table.ts";

/** Starts of which the middle one is told. */
const starts = 5;

/** Milliseconds to the first page of an index that is kept. */
const firstPageTarget = 50;

/** Megabytes of its own that a searching process takes at most, up to 100,000 articles and beyond. */
const memoryTargets = [120, 200] as const;

/** The first answers of a process that opens an archive whose index is in `cache`, and its memory. */
export function measureStart(folder: string, cache: string, articles: number): void {
  const input = JSON.stringify(searchCalls);
  const seen = Array.from({ length: starts }, () =>
    measureInOwnProcess({ script: "search-start-process.mjs", input }, folder, cache),
  );
  const row = (name: string, key: string, target?: number): string[] => {
    const middle = quantile(
      seen.map((each) => each[key] ?? NaN),
      0.5,
    );
    return [name, shown(middle), ...beside(middle, target)];
  };
  const most = memoryTargets[articles > 100_000 ? 1 : 0];
  printTable(
    [`a process that begins to search, the middle one of ${starts}`, "", "target", "÷ it"],
    [
      row("first page, ms from opening", "first page", firstPageTarget),
      row("CPU until then, ms", "first page, CPU"),
      row("then a word of 60 %, ms", "first word"),
      ...[
        ["bare Node", "bare"],
        ["with these two answers", "early"],
        [`after ${searchCalls.length} more of every kind`, "after"],
      ].flatMap(([name, when]) => [
        row(`${name}, MB`, `${when}, all`),
        row("  of its own", `${when}, own`, when === "bare" ? undefined : most),
        row("  files of Node and libraries", `${when}, program`),
        row("  pages of the index", `${when}, index`),
      ]),
    ],
  );
}
