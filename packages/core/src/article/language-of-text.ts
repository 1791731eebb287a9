import { fold } from "../text/fold.ts";

/** A language and how sure it is. */
export type LanguageGuess = {
  /** BCP 47. */
  readonly language: string;
  /** Whether there is evidence enough to doubt what an author declared. */
  readonly certain: boolean;
};

/** Characters looked at: a language shows in the first paragraphs. */
const sampleLength = 4_000;

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

/** Small words that are frequent in one language and rare in the others here; folded. */
const smallWords: Readonly<Record<string, string>> = {
  en: "the and of to in is that for was with on are this from by have has been it be will not said",
  fr: "le la les des et est une dans que qui pour sur pas avec sont par plus aux ont cette du au ne ce il elle selon",
  es: "el los las una que del por con para como mas fue son sus esta pero al se lo su segun hay desde",
  de: "der die das und ist von den mit dem nicht ein eine auf fur im sich des auch werden wird hat sind als bei nach",
  pt: "o os as uma que do da dos das por com para mais foi sao nao um em no na ao pela pelo seu sua ele",
  it: "il lo gli una che del della dei delle per con non sono piu nel nella alla anche come ha di al dal si e",
  id: "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh juga telah sebagai adalah ke karena para",
  vi: "va cua la cac trong duoc cho voi khong nguoi mot nhung da nay khi tren den tai cung nam theo",
  nl: "de het een en van is op te dat die niet met voor zijn aan er ook als bij door naar heeft werd",
};

const wordLists: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(
  smallWords,
).map(([language, words]) => [language, new Set(words.split(" "))]);

/** The languages that small words tell apart; a declared one that is not among them cannot be doubted by them. */
export const knownByWords: ReadonlySet<string> = new Set(Object.keys(smallWords));

/** Letters that Vietnamese has and the other languages here do not. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** The language that a text is written in; undefined when too little of it shows. */
export function languageOfText(text: string): LanguageGuess | undefined {
  const sample = text.slice(0, sampleLength);
  const script = mainScript(sample);
  if (script === undefined) return undefined;
  const { name, letters, share } = script;
  const certain = letters >= 40 && share >= 0.6;
  if (name === "Latn") return byWords(sample, letters);
  if (name === "Cyrl") return { language: cyrillic(sample), certain: false };
  if (name === "Arab") return { language: arabic(sample), certain: false };
  const language = languageOfScript[name];
  return language === undefined ? undefined : { language, certain };
}

/** The script that most of a text's letters are in; undefined when it holds none that is known. */
export function mainScript(
  text: string,
): { name: string; letters: number; share: number } | undefined {
  const counts = new Map<string, number>();
  let letters = 0;
  let last = scripts[0];
  for (const character of text) {
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
  const weighed = [...counts].map(([name, count]) => ({
    name,
    count: name === "Latn" ? count / 3 : count,
  }));
  const most = weighed.reduce((a, b) => (b.count > a.count ? b : a), { name: "", count: 0 });
  const total = weighed.reduce((sum, { count }) => sum + count, 0);
  return most.count === 0 ? undefined : { name: most.name, letters, share: most.count / total };
}

function byWords(text: string, letters: number): LanguageGuess | undefined {
  const marked = text.match(vietnamese)?.length ?? 0;
  if (marked * 12 >= letters && letters > 0) return { language: "vi", certain: letters >= 40 };
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  const counts = wordLists.map(([language, list]) => ({
    language,
    count: words.reduce((sum, word) => sum + (list.has(word) ? 1 : 0), 0),
  }));
  const [best, second] = counts.toSorted((a, b) => b.count - a.count);
  if (best === undefined || second === undefined || best.count === 0) return undefined;
  // One small word in a short headline is enough when no other language has one; longer text must show more.
  const enough = best.count * 12 >= words.length && best.count >= second.count * 1.3;
  if (!enough) return undefined;
  const certain =
    words.length >= 40 && best.count * 6 >= words.length && best.count >= second.count * 2;
  return { language: best.language, certain };
}

function cyrillic(text: string): string {
  if (/[їєґ]/iu.test(text)) return "uk";
  if (/ў/iu.test(text)) return "be";
  if (/[ђћџљњј]/iu.test(text)) return "sr";
  return /[ыэё]/iu.test(text) ? "ru" : /[ъщ]/iu.test(text) ? "bg" : "ru";
}

function arabic(text: string): string {
  if (/[ٹڈڑےں]/u.test(text)) return "ur";
  return /[پچژگکی]/u.test(text) ? "fa" : "ar";
}
