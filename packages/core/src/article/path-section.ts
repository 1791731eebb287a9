import type { Section } from "./article.ts";
import { isSectionPage, withoutIndex } from "./path-day.ts";
import { isLanguageName } from "./path-language.ts";
import { readSection } from "./section.ts";

/** Folders that hold all kinds of articles, or none: they name no section of a newspaper. */
const general = new Set(
  "about contact resources sources templates posts post blog blogs articles article news stories story entries entry pages page docs doc documentation archive archives author authors tag tags category categories topic topics series images assets media static public drafts draft src source site test".split(
    " ",
  ),
);

/**
 * The section that folders show, only where a generator makes one of them: the folder before `_posts`
 * (Jekyll: `sport/_posts/2024-05-01-final.md`), and the first below `content` (Hugo, Zola:
 * `content/sport/final.md`), after that of a language. Undefined for folders that hold all kinds of
 * articles, such as `posts` and `news`, for years, for two letters (`it` and `uk` may be languages), and for
 * the page that tells about a section (`_index.md`).
 */
export function sectionInPath(path: string): Section | undefined {
  const folders = withoutIndex(path).split("/").slice(0, -1);
  const [first = "", second = "", third = ""] = folders;
  const inContent = isLanguageName(second) ? third : second;
  const name = first === "content" ? inContent : second === "_posts" ? first : "";
  const isNamed = /^\p{L}/u.test(name) && !/^[a-z]{2}$/i.test(name) && !isLanguageName(name);
  if (!isNamed || isSectionPage(path)) return undefined;
  if (general.has(name.toLowerCase())) return undefined;
  const section = readSection(name.replaceAll(/[-_]+/g, " "));
  return section && { ...section, written: name };
}
