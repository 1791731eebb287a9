import { displayWidth } from "../text/display-width.ts";
import { lineBreaks } from "../text/line-breaks.ts";
import { cutUnits, trimSpace } from "../text/clean-text.ts";

/**
 * A sentence's end: its mark, closing quotation marks and brackets, and a space or the end after a full stop.
 * What follows a row of marks is looked at once, not for each of them.
 */
const ends = /(?<![.!?…])[.!?…]+[”’"')\]»]*(?=\s|$)|[。！？។៕།؟۔।]+[”’"')\]）」』»]*/gu;

/** Before these a full stop does not end a sentence. */
const abbreviation =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Gov|Sen|Rep|Hon|Rev|St|Mt|No|Nos|Vol|vs|etc|Inc|Ltd|Co|Corp|Bros|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Fig|cf|al|approx|M|MM|Mme|Mlle|n|art|p|pp|\p{Lu})\.$|\p{L}\.\p{L}\.$/u;

/** The first sentence of a paragraph, with its mark; the whole paragraph when nothing ends before. */
export function firstSentence(text: string): string {
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(0, end);
    const next = text.slice(end, end + 8);
    // What goes on without a capital is the same sentence; so is what follows speech: 「…。」と話す。
    if (/^\s+\p{Ll}/u.test(next) || (/[」』）]$/u.test(sentence) && /^\p{sc=Hira}/u.test(next)))
      continue;
    if (match[0] === "." && abbreviation.test(sentence.slice(-12))) continue;
    return sentence;
  }
  return text;
}

/** Where a clause ends: a comma, semicolon, colon or spaced dash, after which the sentence goes on. */
const clauseEnds = /[,;:](?=\s)|\s[–—-](?=\s)|—|[、，；：៖،؛]/gu;

/** A clause shorter than this says too little to stand for its sentence: "In Siem Reap, …". */
const minClauseColumns = 30;

/**
 * A sentence made to fit so many columns: whole without its full stop, otherwise cut at its last clause
 * boundary that fits, otherwise after a word, with an ellipsis.
 */
export function sentenceWithin(sentence: string, columns: number): string {
  const whole = trimSpace(trimSpace(sentence).replace(/(?<![.])[.។៕。]$/u, ""));
  if (displayWidth(whole) < columns) return whole;
  let cut = "";
  for (const match of whole.matchAll(clauseEnds)) {
    const clause = trimSpace(whole.slice(0, match.index));
    const width = displayWidth(clause);
    if (width >= columns) break;
    if (width >= minClauseColumns) cut = clause;
  }
  return cut === "" ? cutAfterWord(whole, (text) => displayWidth(text) < columns) : cut;
}

/** Text of at most so many characters, cut after a word with an ellipsis. */
export function textWithin(text: string, characters: number): string {
  if (text.length <= characters) return text;
  // Where a word ends depends on what follows it, but not on what follows so far behind.
  const start = cutUnits(text, characters + 100);
  return cutAfterWord(start, (cut) => cut.length <= characters, characters - 1);
}

/** @param certain whatever is no longer than so many characters fits. */
function cutAfterWord(text: string, fits: (text: string) => boolean, certain = 0): string {
  // Nothing that fits is longer: a character takes a column, or stands with a handful of marks on one.
  const start = cutUnits(text, 1_000);
  let cut = "";
  for (const end of breaksFrom(start, certain)) {
    const words = trimSpace(start.slice(0, end)).replace(/[\s,;:，、–—-]+$/u, "");
    if (!fits(`${words}…`)) break;
    cut = words;
  }
  if (cut === "") {
    for (const character of start) {
      if (!fits(`${cut}${character}…`)) break;
      cut += character;
    }
  }
  return `${cut}…`;
}

/** In so many characters a line may end somewhere in nearly every text. */
const longWord = 40;

/** Where a line may end: the last place that is no further than `certain`, if there is one, and all after it. */
function breaksFrom(text: string, certain: number): readonly number[] {
  // What stands before a space does not tell where a line may end, but for the place behind the space.
  const space = text.lastIndexOf(" ", certain - longWord);
  if (space > 0) {
    const breaks = lineBreaks(text.slice(space)).map((end) => space + end);
    const last = breaks.findLastIndex((end) => end <= certain);
    if (last > 0) return breaks.slice(last);
  }
  const breaks = lineBreaks(text);
  return breaks.slice(
    Math.max(
      0,
      breaks.findLastIndex((end) => end <= certain),
    ),
  );
}
