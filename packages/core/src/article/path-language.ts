import { declaredLanguage } from "./language.ts";

/** `fr`, `pt-br`, `zh_TW`: two letters, and a country or script. */
const tag = /^[a-z]{2}(?:[-_](?:[a-z]{2}|hans|hant))?$/i;

/** Codes of languages that are also English words or regions of the world: folders are called so for other reasons. */
const words = new Set("am an as be eu he is it my no or so to uk".split(" "));

/**
 * The language that an archive keeps a file under: the end of its name (`ferry.km.md`), or the innermost
 * folder that is called by a language (`content/pt-br/ferry.md`). Undefined when none is. It says what the
 * text is meant to be in; a text that is not translated yet is in another.
 */
export function languageInPath(path: string): string | undefined {
  const [name = "", ...folders] = path.split("/").toReversed();
  const found = [endingOf(name), ...folders].find(isLanguageName);
  return found === undefined ? undefined : languageNamed(found);
}

/** Whether a folder, or the end of a file's name, is called by a language. */
export function isLanguageName(part: string): boolean {
  return languageNamed(part) !== undefined;
}

/** A path without the part that names its language; undefined when none does. */
export function withoutLanguage(path: string): string | undefined {
  const [name = "", ...folders] = path.split("/").toReversed();
  const ending = endingOf(name);
  if (isLanguageName(ending)) {
    const extension = name.length - name.lastIndexOf(".");
    const stem = name.slice(0, -extension - ending.length - 1);
    return [stem + name.slice(-extension), ...folders].toReversed().join("/");
  }
  const at = folders.findIndex(isLanguageName);
  return at < 0 ? undefined : [name, ...folders.toSpliced(at, 1)].toReversed().join("/");
}

/** `fr` in `ferry.fr.md`. */
function endingOf(name: string): string {
  return /^.+\.([a-z]{2}(?:[-_][a-z]{2,4})?)\.[^.]+$/i.exec(name)?.[1] ?? "";
}

function languageNamed(part: string): string | undefined {
  const language = tag.test(part) && !words.has(part.toLowerCase()) && declaredLanguage(part);
  const isCode =
    language && language.tag.slice(0, 2).toLowerCase() === part.slice(0, 2).toLowerCase();
  return isCode ? language.tag : undefined;
}
