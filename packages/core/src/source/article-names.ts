/** How an article's file name may end. */
const endings = /\.(?:md|markdown|txt)$/i;

/**
 * Files that tell about a folder rather than being news: `README.md`, `readme.fr.md`, `LICENSE-MIT.txt`.
 * An article may begin with such a word (`license-fees-rise.md`), so a longer name must be in capitals.
 */
const aboutTheFolder =
  /^(?:(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT)(?![a-z]).*|(?:readme|licen[cs]e|changelog|contributing|code[_-]of[_-]conduct)(?:\.[a-z]{2,3}(?:[-_][a-z]{2,4})?)?\.[a-z]+)$/;

const aboutTheFolderAnyCase = /^(?:readme|licen[cs]e|changelog|contributing)\.[a-z]+$/i;

/** Empty forms that authors copy: `template.md`, `_template.md`, `article-template.md`. */
const template = /^(?:[_.]?template|(?:article|post|news)[-_ ]template)\.[a-z]+$/i;

/** Folders of tools and of empty forms. */
const otherFolders: ReadonlySet<string> = new Set(["node_modules", "templates", "_templates"]);

/** Why a file is no article: its name is hidden, tells about the folder, is an empty form's, or ends otherwise. */
export type NameReason = "hidden" | "about-the-folder" | "template" | "ending";

/** Why a file is no article, by its name alone; undefined when it is one. */
export function reasonOfName(name: string): NameReason | undefined {
  if (name.startsWith(".")) return "hidden";
  if (!endings.test(name)) return "ending";
  if (aboutTheFolder.test(name) || aboutTheFolderAnyCase.test(name)) return "about-the-folder";
  return template.test(name) ? "template" : undefined;
}

/** Whether a file is an article, by its name alone. */
export function isArticleName(name: string): boolean {
  return reasonOfName(name) === undefined;
}

/** Whether articles are looked for in a folder, by its name alone. */
export function isArticleFolder(name: string): boolean {
  return !name.startsWith(".") && !otherFolders.has(name);
}
