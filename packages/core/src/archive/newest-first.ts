import type { FoundFile } from "../source/article-file.ts";
import { compareCodePoints } from "../text/compare.ts";

/** A year that stands by itself in a path, with the month and the day when they follow. */
const dated = /(?<!\d)((?:19|20)\d\d)(?:[-/._]?(0[1-9]|1[0-2])(?:[-/._]?([0-2]\d|3[01]))?)?(?!\d)/;

/** Files so that those come first which are probably the newest articles, those of one day by their paths. */
export function newestFirst<File extends FoundFile>(files: readonly File[]): readonly File[] {
  const guessed = files.map((file) => ({ file, day: guessedDay(file) }));
  guessed.sort((a, b) => b.day - a.day || compareCodePoints(a.file.path, b.file.path));
  return guessed.map(({ file }) => file);
}

/**
 * The day from which an article probably is, by the date in its path, or else by the time of its file's last
 * change, as year × 10,000 + month × 100 + day; the last of a month or year that is named alone. What is read in
 * this order shows the first page of an archive long before all of it is read.
 */
export function guessedDay({ path, stamp }: FoundFile): number {
  const [written, year, month = "12", day = "31"] = dated.exec(path) ?? [];
  if (written !== undefined) return Number(year) * 10_000 + Number(month) * 100 + Number(day);
  const date = new Date(stamp.modifiedMs);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
