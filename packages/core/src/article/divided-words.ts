/** A hyphen at the end of a line between a letter and a small one, with the parts of a word around it. */
const division =
  /(?<![\p{L}\p{M}\p{N}’'\u2010-])(\p{L}[\p{Ll}\p{M}]*)([-\u2010])\n([\p{Ll}][\p{L}\p{M}’']*)(?![\p{L}\p{M}\p{N}’']|[-\u2010]\p{L})/gu;

/** First parts that have a hyphen after them far more often than they are a syllable: English, German, French. */
const keepsHyphen: ReadonlySet<string> = new Set(
  "all anti best better cross far fast full half high ill long low multi non one quasi self semi single three two well worst nord süd ost west franco anglo demi".split(
    " ",
  ),
);

/** Small words that begin others, `under-⏎stand`: that they stand alone elsewhere says nothing. */
const beginsWords: ReadonlySet<string> = new Set(
  "a after an any back be can down every for here how in into may never no of off on or other out over pass per so some there through to under up what when where who with an auf aus bei da ein hin her über um unter vor zu".split(
    " ",
  ),
);

/** Words that French joins to the one before: `celui-⏎ci`, `peut-⏎être`. */
const joinedBehind: ReadonlySet<string> = new Set(
  "ci là même mêmes être ce il ils elle elles on je tu nous vous le la les lui leur moi toi".split(
    " ",
  ),
);

/** A word for "and" or "or" after a hyphen: the word is to be completed by a later one (`pre- and post-war`). */
export const joinsWords: RegExp =
  /^(?:and|or|nor|to|und|oder|bzw|sowie|bis|et|ou|y|o|u|e|och|eller|og|en|of|ja|tai|i|lub|und\/oder)(?![\p{L}\p{M}])/u;

/**
 * Makes the hyphens that only divide words at the ends of wrapped lines soft ones, which are gone when the
 * lines are joined: `inter-⏎national` is international. Without a dictionary the text itself decides: a form
 * that stands elsewhere in it (`well-known`, `international`) is the word's. Otherwise the hyphen belongs to
 * the word when both parts are words of the text, when the first is one that others are often joined to
 * (`self-⏎made`) or the second one that is joined to others (`celui-⏎ci`), when the first has a capital or a
 * hyphen in it (`HTTPS-⏎only`, `end-of-⏎year`), and when a conjunction follows (`pre-⏎and post-war`); in all
 * other cases it is the wrapping's. What goes on with a capital or a digit keeps it (`COVID-⏎19`). Line ends
 * stay where they are.
 */
export function softenHyphens(text: string): string {
  if (!/\p{Ll}[-\u2010]\n\p{Ll}/u.test(text)) return text;
  const words = new Set(text.toLowerCase().match(wholeWord));
  return text.replace(division, (written, first: string, hyphen: string, rest: string) => {
    const [before, after] = [first.toLowerCase(), rest.toLowerCase()];
    if (words.has(`${before}${after}`)) return written.replace(hyphen, "\u00ad");
    const isCompound =
      words.has(`${before}${hyphen}${after}`) ||
      keepsHyphen.has(before) ||
      joinedBehind.has(after) ||
      joinsWords.test(rest) ||
      (words.has(before) && words.has(after) && !beginsWords.has(before));
    return isCompound ? written : written.replace(hyphen, "\u00ad");
  });
}

/** A word with the hyphens inside it, but not the parts of one that a line end divides. */
const wholeWord =
  /(?<![\p{L}\p{M}]|[-\u2010]\n)[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*(?![\p{L}\p{M}]|[-\u2010]\n)/gu;
