/** Scripts that nearly always mean one language.  */
const scripts: readonly (readonly [script: string, pattern: RegExp])[] = [
  ["Latn", /\p{sc=Latn}/u],
  ["Khmr", /\p{sc=Khmr}/u],
  ["Kana", /[\p{sc=Hira}\p{sc=Kana}]/u],
  ["Hani", /\p{sc=Han}/u],
  ["Hang", /\p{sc=Hang}/u],
  ["Thai", /\p{sc=Thai}/u],
  ["Laoo", /\p{sc=Laoo}/u],
  ["Mymr", /\p{sc=Mymr}/u],
  ["Cyrl", /\p{sc=Cyrl}/u],
  ["Arab", /\p{sc=Arab}/u],
  ["Hebr", /\p{sc=Hebr}/u],
  ["Grek", /\p{sc=Grek}/u],
  ["Deva", /\p{sc=Deva}/u],
  ["Beng", /\p{sc=Beng}/u],
  ["Taml", /\p{sc=Taml}/u],
  ["Telu", /\p{sc=Telu}/u],
  ["Mlym", /\p{sc=Mlym}/u],
  ["Knda", /\p{sc=Knda}/u],
  ["Gujr", /\p{sc=Gujr}/u],
  ["Guru", /\p{sc=Guru}/u],
  ["Sinh", /\p{sc=Sinh}/u],
  ["Geor", /\p{sc=Geor}/u],
  ["Armn", /\p{sc=Armn}/u],
  ["Ethi", /\p{sc=Ethi}/u],
  ["Tibt", /\p{sc=Tibt}/u],
];

/** A script, how many letters of it a text has, and their share among all. */
export type MainScript = {
  readonly name: string;
  readonly letters: number;
  readonly share: number;
};

/** The script that most of a text is in; undefined when it holds none that is known. */
export function mainScript(text: string): MainScript | undefined {
  if (onlyLatin.test(text)) {
    const letters = latinLetters(text);
    return letters === 0 ? undefined : { name: "Latn", letters, share: 1 };
  }
  const counted = new Uint32Array(firstScript + scripts.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const high = unit >= 0xd800 && unit <= 0xdbff;
    const kind = high ? kindOf(characterAt(text, at++)) : known[unit] || kindOfUnit(unit);
    counted[kind] = (counted[kind] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  let letters = counted[otherLetter] ?? 0;
  for (const [index, [name]] of scripts.entries()) {
    const count = counted[firstScript + index] ?? 0;
    letters += count;
    if (count > 0) counts.set(name, count);
  }
  // Japanese is written with Chinese characters too; a twentieth of kana tells it from Chinese.
  const [kana, han] = [counts.get("Kana") ?? 0, counts.get("Hani") ?? 0];
  if (kana > 0 && kana * 20 >= han) {
    counts.set("Kana", kana + han);
    counts.delete("Hani");
  }
  // A Latin name of ten letters says as much as a word of two Chinese characters.
  const weigh = ([name, count]: [string, number]): number => (name === "Latn" ? count / 3 : count);
  const [most] = [...counts].toSorted((a, b) => weigh(b) - weigh(a));
  const total = [...counts].reduce((sum, each) => sum + weigh(each), 0);
  return most && { name: most[0], letters, share: weigh(most) / total };
}

/** What a character is: no letter, a letter of a script that is not known here, or one of `scripts`. */
const noLetter = 1;
const otherLetter = 2;
const firstScript = 3;

/** That of each UTF-16 unit once it was asked for; 0 before. */
const known = new Uint8Array(0x10000);

function kindOfUnit(unit: number): number {
  const kind = kindOf(String.fromCharCode(unit));
  known[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (!/\p{L}/u.test(character)) return noLetter;
  const index = scripts.findIndex(([, pattern]) => pattern.test(character));
  return index < 0 ? otherLetter : firstScript + index;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** Text without a letter of any other script: ASCII, Latin with marks, typographic punctuation. */
// oxlint-disable-next-line no-control-regex -- ASCII is meant
const onlyLatin = /^[\x00-\u024f\u1e00-\u1eff\u2000-\u2bff]*$/;

function latinLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const lower = unit | 0x20;
    if ((lower >= 0x61 && lower <= 0x7a) || (unit >= 0xc0 && unit <= 0x1fff)) count++;
  }
  return count;
}
