import { languageOfText } from "./language-of-text.ts";
import { knownByWords } from "./small-words.ts";

/** A language that was declared. */
export type DeclaredLanguage = {
  /** BCP 47, in its usual case: `en`, `zh-Hant`, `pt-BR`. */
  readonly tag: string;
  /** Whether it was named in a way that is no language tag: `English`, `kh`. */
  readonly informal: boolean;
};

/** Names, and codes of countries that people write for their language; folded. */
const informal: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: "en",
    khmer: "km",
    cambodian: "km",
    kh: "km",
    ខ្មែរ: "km",
    ភាសាខ្មែរ: "km",
    japanese: "ja",
    jp: "ja",
    日本語: "ja",
    french: "fr",
    francais: "fr",
    chinese: "zh",
    cn: "zh",
    中文: "zh",
    vietnamese: "vi",
    vn: "vi",
    thai: "th",
    lao: "lo",
    burmese: "my",
    korean: "ko",
    kr: "ko",
    한국어: "ko",
    spanish: "es",
    espanol: "es",
    german: "de",
    deutsch: "de",
    portuguese: "pt",
    portugues: "pt",
    italian: "it",
    italiano: "it",
    indonesian: "id",
    russian: "ru",
    arabic: "ar",
    ua: "uk",
    cz: "cs",
    gr: "el",
  }),
);

/** Made when a language is first declared: `Intl` takes its time to read them. */
let names: Intl.DisplayNames | undefined;

/** What was declared before: an archive is written in a handful of languages, and `Intl` takes its time. */
const read = new Map<string, DeclaredLanguage | undefined>();

/** So many are kept that a hostile archive fills no memory. */
const maxRead = 256;

/** Reads a declared language; undefined when no language is called so. */
export function declaredLanguage(written: string): DeclaredLanguage | undefined {
  if (read.has(written)) return read.get(written);
  const language = readDeclared(written);
  if (read.size < maxRead && written.length < 64) read.set(written, language);
  return language;
}

function readDeclared(written: string): DeclaredLanguage | undefined {
  const name = written.trim().toLowerCase().normalize("NFC");
  const known =
    informal.get(name.normalize("NFD").replace(/[\u0300-\u036f]/g, "")) ?? informal.get(name);
  if (known !== undefined) return { tag: known, informal: true };
  // A locale of a program, `en_US.UTF-8`, names its language in the same way but for the signs.
  const [locale = ""] = name.split(/[.@]/, 1);
  names ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  try {
    const [tag] = Intl.getCanonicalLocales(locale.replaceAll("_", "-"));
    const [language = ""] = tag?.split("-", 1) ?? [];
    if (tag === undefined || names.of(language) === undefined) return undefined;
    return { tag, informal: name !== tag.toLowerCase() };
  } catch {
    return undefined;
  }
}

/** The language that the text is in when it cannot be the declared one; undefined when it may be. */
export function contradiction(tag: string, text: string): string | undefined {
  const guess = languageOfText(text);
  if (guess === undefined) return undefined;
  const [declared = ""] = tag.split("-", 1);
  if (guess.language === declared) return undefined;
  const { language, certain, script } = guess;
  const expected = new Intl.Locale(tag).maximize().script ?? "";
  const written = scriptsOf[expected] ?? [expected];
  if (!written.includes(script.name)) {
    return script.letters >= 40 && script.share >= 0.6 ? language : undefined;
  }
  return certain && knownByWords.has(declared) && knownByWords.has(language) ? language : undefined;
}

/** Scripts as `Intl` names them for a language, and as they are counted in a text. */
const scriptsOf: Readonly<Record<string, readonly string[]>> = {
  Jpan: ["Kana", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
  Kore: ["Hang", "Hani"],
};
