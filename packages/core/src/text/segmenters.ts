// One segmenter of each kind for the whole process, made when a text first needs it: the first has ICU read its
// tables, which takes as long as starting half of the library, and a list of English headlines needs none.

let graphemes: Intl.Segmenter | undefined;
let words: Intl.Segmenter | undefined;

/** A text divided into characters as people see them. */
export function graphemesOf(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return graphemes.segment(text);
}

/** A text divided into words by the dictionaries of ICU; Khmer, Thai and the rest are told apart by script. */
export function segmentsOf(text: string): Intl.Segments {
  words ??= new Intl.Segmenter("en", { granularity: "word" });
  return words.segment(text);
}
