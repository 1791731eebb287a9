/** A caption and who made the picture; either may be absent. */
export type CreditedCaption = { readonly caption?: string; readonly creditText?: string };

/** Longest credit, in UTF-16 units: two agencies and a name. */
const maxCreditLength = 60;

const labels =
  "photo(?:graph)?s?|picture|image|credit|source|crédits?|fotos?|bild|写真|撮影|提供|画像|出典|图片|圖片|摄影|사진|រូបថត|រូបភាព|រូប|ប្រភព|\u0e20\u0e32\u0e1e|ảnh";

/** `(Photo: Srey Veal)`, `（写真＝共同）` at the end. */
const inBrackets = new RegExp(
  String.raw`^(.*?)\s*[(（[［]\s*(?:${labels})(?:\s+(?:by|courtesy of|de|par|por|von|oleh)\s+|\s*[:：=＝៖/・|]\s*|\s+)([^()（）[\]［］]+)[)）\]］]\s*[.。]?$`,
  "iu",
);

/** `Photo: Srey Veal`, `Crédit : Srey Veal`, `© AKP`, `写真：苫野` at the end, after a sentence or alone. */
const afterLabel = new RegExp(
  String.raw`^(|.*[.!?…។៕。！？)）」』”’"»:])\s*(?:[—–-]\s*)?(?:(?:${labels})(?:\s+by\s+|\s*[:：=＝៖]\s*)|©\s*)([^.。។]+)\.?$`,
  "iu",
);

/** `Photo AFP`: without a colon only a name may follow, since `Photo shows the pier` is a sentence. */
const afterWord =
  /^(|.*[.!?…។៕。！？)）」』”’"»])\s*(?:[Pp]hotos?|PHOTOS?|[Ff]oto|រូបថត|រូប)\s+([^.。។]+)$/u;

/** The end of a sentence, and what follows it to the end of the text. */
const afterSentence = /^(.*[.!?…។៕。！？](?:[)）」』”’"»]*))\s*([^.!?…។៕。！？]{2,})$/u;

/** Agencies that stand at the end of a caption without a full stop before them. */
const agency =
  /^(.*\S)\s+((?:AFP|AP|EPA(?:-EFE)?|EFE|REUTERS|Reuters|XINHUA|Xinhua|AKP|VNA|KYODO|Kyodo|ANTARA|Bernama|TASS)(?:\s?\/\s?\p{Lu}[\p{L} ]+)?)$/u;

/** Words that may stand in a name without a capital. */
const joiners = new Set([
  "de",
  "da",
  "du",
  "des",
  "la",
  "le",
  "van",
  "von",
  "bin",
  "al",
  "of",
  "and",
  "et",
  "y",
  "for",
  "pour",
  "via",
]);

/**
 * Takes the credit off the end of a caption: a name in capitals or a short name after the last sentence
 * (`… on November 25. STPM`), or one that is labelled. Without a credit the caption is the whole text.
 */
export function splitCredit(text: string): CreditedCaption {
  for (const form of [inBrackets, afterLabel]) {
    const [, caption, credit] = form.exec(text) ?? [];
    if (credit !== undefined && credit.length <= maxCreditLength) return parts(caption, credit);
  }
  const [, before, named] = afterWord.exec(text) ?? [];
  if (named !== undefined && isName(named)) return parts(before, named);
  const [, sentence, end] = afterSentence.exec(text) ?? [];
  if (end !== undefined && isName(end)) return parts(sentence, end);
  const [, rest, name] = agency.exec(text) ?? [];
  if (name !== undefined) return parts(rest, name);
  return inCapitals(text) ? parts(undefined, text) : parts(text, undefined);
}

function parts(caption: string | undefined, credit: string | undefined): CreditedCaption {
  const [text, creditText] = [caption?.trim() ?? "", credit?.trim() ?? ""];
  return {
    ...(text === "" ? {} : { caption: text }),
    ...(creditText === "" ? {} : { creditText }),
  };
}

/** Whether text reads as a name: one to six words, each in capitals or with one, no number, no punctuation. */
function isName(text: string): boolean {
  const name = text.trim();
  if (name.length > maxCreditLength || /[\d:;,?!“”«»„]/u.test(name)) return false;
  const words = name.split(/[\s/|]+/);
  if (words.length > 6) return false;
  // A script without capitals has no sign of a name but its shortness.
  if (!/\p{Lu}|\p{Ll}/u.test(name)) return /^\p{L}/u.test(name) && name.length <= 32;
  return (
    /^\p{Lu}/u.test(name) &&
    words.every((word) => joiners.has(word) || /^[(]?\p{Lu}/u.test(word) || word === "&")
  );
}

/** Whether a whole text is one agency or name in capitals. */
function inCapitals(text: string): boolean {
  return (
    text.length <= 40 && /^\p{Lu}[\p{Lu}\s/&.-]+$/u.test(text) && text.split(/\s+/).length <= 4
  );
}
