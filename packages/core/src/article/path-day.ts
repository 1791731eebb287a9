/**
 * `2019-01-02` at the start of a name, and then its end or a sign that parts words. Two hyphens set apart
 * where a file was gathered from: `gazette--2019-01-02-slug.md`.
 */
const startsWithDay =
  /^(?:\p{L}[\p{L}\p{N}_.]*(?:-[\p{L}\p{N}_.]+)*--)?(\d{4}-\d{1,2}-\d{1,2})(?=$|[-_.\sT])/u;

/** `01-02` at the start of a name in a year's folder: `2019/01-02-slug.md`. */
const startsWithMonthAndDay = /^\d{1,2}-\d{1,2}(?=$|[-_.\s])/;

/**
 * The day that a path names, as written there: in the file's name (`2019-01-02-slug.md`: Jekyll, Hugo,
 * Pelican), in its folder's (`2019-01-02/slug.md`: Eleventy), or in its folders (`2019/01/02/slug.md` and
 * `2019/01-02-slug.md`: Docusaurus, WordPress). Undefined when it names none: a number after a year and a
 * month, `2019/01/02-slug.md`, may be a day or the second of a row. There may be no such day.
 */
export function dayInPath(path: string): string | undefined {
  const [name = "", ...folders] = withoutIndex(path).split("/").toReversed();
  const [folder = "", month = "", year = ""] = folders;
  const inName = startsWithDay.exec(name)?.[1];
  if (inName !== undefined) return inName;
  const short = startsWithMonthAndDay.exec(name)?.[0];
  if (short !== undefined && isYear(folder)) return `${folder}-${short}`;
  if (isYear(year) && /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(folder)) {
    return `${year}/${month}/${folder}`;
  }
  return startsWithDay.exec(folder)?.[1];
}

/** Whether a file lies among those that are not to be published yet: in a folder `_drafts` (Jekyll, Hexo). */
export function isAmongDrafts(path: string): boolean {
  return path.split("/").slice(0, -1).includes("_drafts");
}

/**
 * A path without its extension; of a bundle's text, `ferry/index.md` or `ferry/index.fr.md`, that of its
 * folder, in which its pictures are.
 */
export function withoutIndex(path: string): string {
  return path
    .replace(/(?<=[^/])\.[^./]*$/, "")
    .replace(/(?<=[^/])\/index(\.[a-z]{2,3}(?:-[a-z]{2,4})?)?$/i, "$1");
}

/** Whether a file tells about its folder (Hugo, Zola): it has a title, and often no text. */
export function isSectionPage(path: string): boolean {
  return /(?:^|\/)_index(?:\.[^./]+)+$/i.test(path);
}

function isYear(name: string): boolean {
  return /^\d{4}$/.test(name);
}
