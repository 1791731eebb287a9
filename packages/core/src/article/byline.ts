import { peopleIn } from "./people.ts";

/** Two names with their titles are shorter. */
const maxLength = 80;

const name = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const person = String.raw`${name}(?: (?:${name}|de|da|van|von|bin|al|le|la)){1,4}`;

/** `By Dara Meas and Srey Veal`, `Par Hélène Varnet`: people of two names or more. */
const western = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Pp]ar|PAR|Von|Por|Oleh)(?: |: ?)${person}(?:(?:, | and | et | und | y | & |, and )${person}){0,4}$`,
  "u",
);

/** `ដោយ៖ ស្រី វាល`: the word alone also means because. */
const khmer = /^\u200b*ដោយ\u200b*[ ]?[៖:] ?(?<names>[\p{sc=Khmr}\u200b ]{2,40})$/u;

/** `文＝苫野春菜`, `文・苫野春菜`. */
const japanese = /^文[＝・：][\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc・、 ]{2,24}$/u;

/**
 * The people whom a paragraph names as its article's authors, when it does nothing else; undefined when it
 * is not certain that it does.
 */
export function peopleInByline(paragraph: string): readonly string[] | undefined {
  const text = paragraph.trim();
  // A sentence ends with a full stop; a byline does not.
  if (text.length > maxLength || text.endsWith(".")) return undefined;
  const khmerNames = khmer.exec(text)?.groups?.["names"];
  if (khmerNames !== undefined) {
    return khmerNames.includes("។") ? undefined : peopleIn(khmerNames.replaceAll("\u200b", ""));
  }
  if (!western.test(text) && !japanese.test(text)) return undefined;
  return peopleIn(text.replace(/^(\p{L}+): ?/u, "$1 "));
}
