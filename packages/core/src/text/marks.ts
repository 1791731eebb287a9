/** Most marks on one letter: the scripts of the world need up to five or six, stacked "zalgo" text hundreds. */
export const maxMarks = 8;

/** Letters from here on may be marks: tests 4 KB of English without looking at one. */
// oxlint-disable-next-line no-misleading-character-class -- ranges of code units, not letters with marks
const maybeMarks = /[\u0300-\u1fff\u20d0-\u20ff\u2cef-\uffff]/;
const excessMarks = new RegExp(
  `((?:\\p{M}[\\u200c\\u200d]*){${String(maxMarks)}})\\p{M}[\\p{M}\\u200c\\u200d]*`,
  "gu",
);

/** Text without the marks beyond `maxMarks` on a letter. */
export function withoutExcessMarks(text: string): string {
  return maybeMarks.test(text) && mayHaveExcess(text) ? text.replace(excessMarks, "$1") : text;
}

/**
 * Whether so many units in a row may be marks or joiners. Every such run covers a place that is a multiple
 * of its least length, so only those are looked at: 40 times as fast as the pattern on Khmer.
 */
function mayHaveExcess(text: string): boolean {
  for (let at = maxMarks; at < text.length; at += maxMarks + 1) {
    if (!isMark(text, at)) continue;
    let first = at;
    while (first > 0 && isMark(text, first - 1)) first--;
    let last = at;
    while (last + 1 < text.length && isMark(text, last + 1)) last++;
    if (last - first >= maxMarks) return true;
  }
  return false;
}

/** For each UTF-16 unit whether it is a mark, a joiner or half a character that may be one: 1 no, 2 yes, 0 not yet known. */
const known = new Uint8Array(0x10000);
// oxlint-disable-next-line no-misleading-character-class -- single units, not letters with marks
const markOrHalf = /[\p{M}\u200c\u200d\ud800-\udfff]/u;

function isMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const value = known[unit] || (known[unit] = markOrHalf.test(text.charAt(at)) ? 2 : 1);
  return value === 2;
}
