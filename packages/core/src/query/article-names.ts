import type { ArticleSummary } from "../article/article.ts";
import { wordList } from "../text/words.ts";

/** Longer names are not looked for: each is a word of the index, and nobody types one. */
const maxNameLength = 300;

/** A date before or after the rest of a file's name, as blogs have it. */
const dateInName = /^\d{4}-\d{2}-\d{2}[-_.]|[-_.]\d{4}-\d{2}-\d{2}$/;

/** What stands before an address's host and after its path, and differs with who copied it. */
const aroundAddress = /^https?:\/\/(?:www\.)?|[?#].*$|\/(?:index\.\w+)?(?:[?#].*)?$/giu;

/** An address without what differs with who copied it. */
export function plainAddress(address: string): string {
  return address.replaceAll(aroundAddress, "");
}

/** A code that is one word is told from the words of a language by its digits and its length. */
const code = /^(?=.*\d).{8,}$/u;

/** What an article is called beside its headline, as it is compared: what people copy to find it again. */
export function articleNames({
  id,
  path,
  originUrl = "",
}: Pick<ArticleSummary, "id" | "path" | "originUrl">): readonly string[] {
  const file = path.split("/").at(-1) ?? path;
  const title = file.replace(/\.[^.]+$/, "");
  const names = [id, path, file, title, title.replace(dateInName, ""), plainAddress(originUrl)];
  const keys = names.map(wordList).flatMap((all) => {
    const key = all.join("");
    return key.length <= maxNameLength && (all.length > 1 || code.test(key)) ? key : [];
  });
  return [...new Set(keys)];
}

/** Whether an article is called as some words say, which have a space between them. */
export function isCalled(
  article: Pick<ArticleSummary, "id" | "path" | "originUrl">,
  text: string,
): boolean {
  return articleNames(article).includes(text.replaceAll(" ", ""));
}
