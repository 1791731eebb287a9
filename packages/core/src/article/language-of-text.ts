import { fold } from "../text/fold.ts";
import { type MainScript, mainScript } from "./main-script.ts";
import { languagesOfWord } from "./small-words.ts";

/** A language and how sure it is. */
export type LanguageGuess = {
  /** BCP 47. */
  readonly language: string;
  /** Whether there is evidence enough to doubt what an author declared. */
  readonly certain: boolean;
  readonly script: MainScript;
};

/** Characters looked at: a language shows in the first paragraphs. */
const sampleLength = 1_000;

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

/** Letters that Vietnamese has and the other languages here do not. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** The language that a text is written in; undefined when too little of it shows. */
export function languageOfText(text: string): LanguageGuess | undefined {
  const sample = text.slice(0, sampleLength);
  const script = mainScript(sample);
  if (script === undefined) return undefined;
  const { name, letters, share } = script;
  if (name === "Latn") return byWords(sample, script);
  const language =
    name === "Cyrl" ? cyrillic(sample) : name === "Arab" ? arabic(sample) : languageOfScript[name];
  const certain = letters >= 40 && share >= 0.6;
  return language === undefined ? undefined : { language, certain, script };
}

/** Punctuation beyond ASCII, without which most English is folded at once. */
const typographic = /[\u00a0\u2000-\u206f]/g;

// oxlint-disable-next-line no-control-regex -- ASCII is meant
const ascii = /^[\x00-\x7f]*$/;

function byWords(text: string, script: MainScript): LanguageGuess | undefined {
  const { letters } = script;
  const plain = text.replace(typographic, " ");
  const isAscii = ascii.test(plain);
  const marked = isAscii ? 0 : (plain.match(vietnamese)?.length ?? 0);
  if (marked * 12 >= letters) return { language: "vi", certain: letters >= 40, script };
  const words = isAscii
    ? (plain.toLowerCase().match(/[a-z]+/g) ?? [])
    : (fold(plain).match(/\p{L}+/gu) ?? []);
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
    script,
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
