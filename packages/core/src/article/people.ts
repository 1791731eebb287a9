/** Words and signs between the names of several people. */
const between = /\s+(?:and|et|und|y|e|và|និង)\s+|\s*[;&／、・]\s*|\s+\/\s+/iu;

/** "By Srey Veal". */
const by = /^(?:(?:by|par|por|von|oleh)\s+|(?:ដោយ|文[・＝:：])\s*)(?=\p{L})/iu;

/** Where a person is to be found, after the name: `Srey Veal <srey@gazette.example>`, `Srey Veal https://…`. */
const address = /\s*(?:<[^<>\s]*[@:][^<>\s]*>|\(?https?:\/\/[^\s()]*\)?)/gi;

/** People in one line of text, in order: `By Srey Veal, Dara Meas and Hun Ly` are three. */
export function peopleIn(line: string): readonly string[] {
  const names = line.replace(address, "").replace(by, "").split(between);
  const people = names.flatMap((name) => {
    const parts = name.split(/\s*,\s+/);
    // `Veal, Srey` is one person; a list of people has names of two words or more.
    return parts.every((part) => /\S\s+\S/.test(part)) ? parts : [name];
  });
  return people.map((name) => name.trim()).filter((name) => name !== "");
}
