/** Words and signs between the names of several people. */
const between = /,?\s+(?:and|et|und|y|e|và|និង)\s+|\s*[;&／、・]\s*|\s+\/\s+/iu;

/** "By Srey Veal". */
const by = /^(?:(?:by|par|por|von|oleh)\s+|(?:ដោយ|文[・＝:：])\s*)(?=\p{L})/iu;

/** Where a person is to be found, after the name: `Srey Veal <srey@gazette.example>`, `Srey Veal https://…`. */
const address = /\s?(?:<[^<>\s]*[@:][^<>\s]*>|\(?https?:\/\/[^\s()]*\)?)/gi;

/** A name that leads somewhere, as Markdown writes it: `[Srey Veal](https://…)`. */
const link = /\[([^[\]]+)\]\([^()\s]*\)/g;

/** For whom a person writes: `Srey Veal, for the ferry desk`. */
const sender = /,\s+(?:for|on behalf of)\s+the\s.*$/i;

/** People in one line of text, in order: `By Srey Veal, Dara Meas and Hun Ly` are three. */
export function peopleIn(line: string): readonly string[] {
  const text = line.replace(link, "$1").replace(address, "").replace(sender, "");
  const names = text.replace(by, "").split(between);
  const people = names.flatMap((name) => {
    const parts = name.split(/\s*,\s+/);
    // `Veal, Srey` is one person; a list of people has names of two words or more.
    return parts.every(isFullName) ? parts : [name];
  });
  return people.map((name) => name.trim()).filter((name) => name !== "");
}

/** Whether a text is a name of two words or more: it has no number, and does not begin with a small letter. */
export function isFullName(text: string): boolean {
  return /^[^\p{Ll}\d]\S*\s+\S/u.test(text) && !/\d/.test(text);
}
