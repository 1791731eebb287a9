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
  const [, ending] = /^.+\.([a-z]{2}(?:[-_][a-z]{2,4})?)\.[^.]+$/i.exec(name) ?? [];
  for (const part of ending === undefined ? folders : [ending, ...folders]) {
    const language = tag.test(part) && !words.has(part.toLowerCase()) && declaredLanguage(part);
    if (language && language.tag.toLowerCase().startsWith(part.slice(0, 2).toLowerCase())) {
      return language.tag;
    }
  }
  return undefined;
}
