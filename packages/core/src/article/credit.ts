/** A caption and who made the picture; either may be absent. */
export type CreditedCaption = { readonly caption?: string; readonly creditText?: string };

/** Longest credit, in UTF-16 units: two agencies and a name. */
const maxCreditLength = 60;

/** The end of a text in which a credit stands, with its label and the signs around it, in UTF-16 units. */
const maxEndLength = 300;

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

const agencies =
  "(?:AFP|AP|EPA(?:-EFE)?|EFE|REUTERS|Reuters|XINHUA|Xinhua|AKP|VNA|KYODO|Kyodo|ANTARA|Bernama|TASS)";
const forAgency = String.raw`\s?\/\s?\p{Lu}[\p{L}\p{M} ]+`;

/** Agencies that stand at the end of a caption without a full stop before them: `… AFP`, `… | AP`. */
const afterSpace = new RegExp(
  String.raw`^(.*?\S)(?:\s*[|/–—-])?\s+(${agencies}(?:${forAgency})?)$`,
  "u",
);

/** `… (AFP)`, `… (Srey Veal/AFP)`: in brackets only with an agency, since they may hold anything. */
const agencyInBrackets = new RegExp(
  String.raw`^(.*?)\s*[(（[［]((?:\p{Lu}[\p{L}\p{M}.’' -]*\/\s?)?${agencies}(?:${forAgency})?)[)）\]］][.。]?$`,
  "u",
);

/** An agency in brackets alone: below a picture a credit, and at the end of a report who sent it. */
export const signOff: RegExp = new RegExp(
  String.raw`[(（[［]${agencies}(?:${forAgency})?[)）\]］][.。]?$`,
  "u",
);

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
  const start = text.slice(0, -maxEndLength);
  const end = text.slice(-maxEndLength);
  for (const form of [inBrackets, afterLabel]) {
    const [, before = "", credit] = form.exec(end) ?? [];
    if (credit !== undefined && credit.length <= maxCreditLength) {
      return parts(start + before, credit);
    }
  }
  for (const form of [afterWord, afterSentence]) {
    const [, before = "", name] = form.exec(end) ?? [];
    if (name !== undefined && isName(name)) return parts(start + before, name);
  }
  for (const form of [agencyInBrackets, afterSpace]) {
    const [, before = "", name] = form.exec(end) ?? [];
    if (name !== undefined) return parts(start + before, name);
  }
  return inCapitals(text) ? parts("", text) : parts(text, "");
}

function parts(caption: string, credit: string): CreditedCaption {
  const [text, creditText] = [caption.trim(), credit.trim()];
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
