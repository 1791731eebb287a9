import { fold } from "../text/fold.ts";

/** A language and how sure it is. */
export type LanguageGuess = {
  /** BCP 47. */
  readonly language: string;
  /** Whether there is evidence enough to doubt what an author declared. */
  readonly certain: boolean;
};

/** Characters looked at: a language shows in the first paragraphs. */
const sampleLength = 1_500;

/** Scripts that nearly always mean one language. Those of several languages are told apart below. */
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

const languageOfScript: Readonly<Record<string, string>> = {
  Khmr: "km",
  Kana: "ja",
  Hani: "zh",
  Hang: "ko",
  Thai: "th",
  Laoo: "lo",
  Mymr: "my",
  Hebr: "he",
  Grek: "el",
  Deva: "hi",
  Beng: "bn",
  Taml: "ta",
  Telu: "te",
  Mlym: "ml",
  Knda: "kn",
  Gujr: "gu",
  Guru: "pa",
  Sinh: "si",
  Geor: "ka",
  Armn: "hy",
  Ethi: "am",
  Tibt: "bo",
};

/** Small words that are frequent in one language; folded. A word of two languages counts for both. */
const smallWords: readonly (readonly [language: string, words: string])[] = [
  [
    "en",
    "the and of to in is that for was with on are this from by have has been it be will not said as at an or but its we you your they their he she his her which who were had can would more about after all new no if when how what our out up there also than into over",
  ],
  [
    "fr",
    "le la les des et est une un dans que qui pour sur pas avec sont par plus aux ont cette ce ces du de au ne il elle ils se sa ses leur nous vous mais ou en etre comme selon apres tout",
  ],
  [
    "es",
    "el la los las un una de del que en por con para como mas fue su sus se al lo es esta este pero ha han hay desde segun sobre entre cuando muy sin ya tambien",
  ],
  [
    "de",
    "der die das und ist von den dem des mit nicht ein eine einen einer auf fur im in zu sich auch werden wird hat sind als bei nach an es er sie wir ich aus wie oder am vom zum zur uber noch nur",
  ],
  [
    "pt",
    "os um uma de dos das que em nos nas por para com mais foi sao nao ao como mas pelo pela seu sua ele ela ou este esta entre quando muito tambem da as",
  ],
  [
    "it",
    "il lo la gli le un una di del della dei delle da dal in nel nella che con non sono piu alla ai si ha anche ma su questo questa essere stato tra dopo suo sua",
  ],
  [
    "id",
    "yang dari untuk dengan pada ini itu dalam tidak akan oleh juga telah sebagai adalah ke karena bisa mereka kami kita anda lebih atau tahun seperti",
  ],
  ["vi", "va cua cac trong duoc voi khong nguoi nhung nay khi tren tai cung nam theo nhu"],
  [
    "nl",
    "de het een en van op te dat die niet met voor zijn aan er ook als bij naar heeft werd om maar je ik dit deze uit nog wordt",
  ],
  [
    "sv",
    "och att det en som pa ar av med den till inte har de om ett men var sig fran kan ska detta eller",
  ],
  [
    "da",
    "og at det en den til er som pa de med for af ikke der var et har jeg men om vi han fra kan sig dette eller skal bliver",
  ],
  [
    "nb",
    "og i det som en til er for at av pa med den ikke har om et de kan fra vi eller skal blir ogsa var seg",
  ],
  ["fi", "ja on ei etta se oli joka mutta myos tai ovat kun han sen ole kuin mukaan jos ne"],
  ["pl", "w z na do sie nie to jest ze jak za od po przez oraz dla ktory ktore jego sa tym"],
  ["cs", "v na se je to ze z do pro jako za by ale od po podle jsou ktere ktery byl nebo"],
  ["tr", "ve bir bu icin ile da de olarak cok daha gibi kadar sonra olan ama ne degil"],
];

const languagesOfWord: ReadonlyMap<string, readonly string[]> = wordIndex();

function wordIndex(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of smallWords) {
    for (const word of words.split(" ")) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}

/** The languages that small words tell apart; a declared one that is not among them cannot be doubted by them. */
export const knownByWords: ReadonlySet<string> = new Set(smallWords.map(([language]) => language));

/** Letters that Vietnamese has and the other languages here do not. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** A script, how many letters of it a text has, and their share among all. */
export type MainScript = {
  readonly name: string;
  readonly letters: number;
  readonly share: number;
};

/** The language that a text is written in; undefined when too little of it shows. */
export function languageOfText(text: string): LanguageGuess | undefined {
  const sample = text.slice(0, sampleLength);
  const script = mainScript(sample);
  if (script === undefined) return undefined;
  const { name, letters, share } = script;
  if (name === "Latn") return byWords(sample, letters);
  const language =
    name === "Cyrl" ? cyrillic(sample) : name === "Arab" ? arabic(sample) : languageOfScript[name];
  return language === undefined ? undefined : { language, certain: letters >= 40 && share >= 0.6 };
}

/** The script that most of a text's beginning is in; undefined when it holds none that is known. */
export function mainScript(text: string): MainScript | undefined {
  const sample = text.slice(0, sampleLength);
  if (onlyLatin.test(sample)) {
    const letters = sample.match(/[a-z\u00c0-\u024f]/gi)?.length ?? 0;
    return letters === 0 ? undefined : { name: "Latn", letters, share: 1 };
  }
  const counts = new Map<string, number>();
  let letters = 0;
  let last = scripts[0];
  for (const character of sample) {
    if (character < "A" || !/\p{L}/u.test(character)) continue;
    letters++;
    // Neighbours are nearly always of one script.
    if (last?.[1].test(character) !== true)
      last = scripts.find(([, pattern]) => pattern.test(character));
    if (last) counts.set(last[0], (counts.get(last[0]) ?? 0) + 1);
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

/** Text without a letter of any other script: ASCII, Latin with marks, typographic punctuation. */
// oxlint-disable-next-line no-control-regex -- ASCII is meant
const onlyLatin = /^[\x00-\u024f\u1e00-\u1eff\u2000-\u2bff]*$/;

function byWords(text: string, letters: number): LanguageGuess | undefined {
  const marked = text.match(vietnamese)?.length ?? 0;
  if (marked * 12 >= letters && letters > 0) return { language: "vi", certain: letters >= 40 };
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const each of languagesOfWord.get(word) ?? [])
      counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const [best, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  const [language, count] = best ?? ["", 0];
  const [, next] = second ?? ["", 0];
  // One small word may stand in a name of any language. English lists and tables have few; in other
  // languages so few of them are a sign of one that is not known here.
  const share = language === "en" ? 30 : 8;
  if (count < 2 || count * share < words.length || count < next * 1.3) return undefined;
  return {
    language,
    certain: words.length >= 40 && count * 5 >= words.length && count >= next * 1.6,
  };
}

function cyrillic(text: string): string | undefined {
  // Letters of Kazakh, Kyrgyz, Mongolian and others, which are not told apart here.
  if (/[әғқңөұүһ]/iu.test(text)) return undefined;
  if (/ў/iu.test(text)) return "be";
  if (/[іїєґ]/iu.test(text)) return "uk";
  if (/[ђћџљњј]/iu.test(text)) return "sr";
  // In Russian a hard sign stands before a vowel only; in Bulgarian it is one.
  return !/[ыэё]/iu.test(text) && /ъ[бвгджзклмнпрстфхцчшщ]/iu.test(text) ? "bg" : "ru";
}

function arabic(text: string): string {
  if (/[ٹڈڑےں]/u.test(text)) return "ur";
  return /[پچژگکی]/u.test(text) ? "fa" : "ar";
}
