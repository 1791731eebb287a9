/** Lower-case letters of the scripts whose words are spelled letter by letter; folded. */
const alphabets: readonly (readonly [script: RegExp, letters: string])[] = [
  [/^[a-z0-9]+$/, "abcdefghijklmnopqrstuvwxyz0123456789"],
  [/^\p{sc=Cyrl}+$/u, "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ"],
  [/^\p{sc=Grek}+$/u, "αβγδεζηθικλμνξοπρστυφχψω"],
  [/^\p{sc=Arab}+$/u, "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤپچژگ"],
  [/^\p{sc=Hebr}+$/u, "אבגדהוזחטיכלמנסעפצקרשתםןץףך"],
];

/** Neighbours on the keyboards that most people type with: rows of QWERTY and ЙЦУКЕН. */
const keyboards = ["qwertyuiop asdfghjkl zxcvbnm", "йцукенгшщзхъ фывапролджэ ячсмитьбю"];

/**
 * How likely it is that a word was mistyped so, beside one letter typed for any other: there are many letters to
 * put in by mistake, but few to forget or to swap (Kernighan, Church & Gale 1990, "A spelling correction program
 * based on a noisy channel model").
 */
const forgotten = 10;
const swapped = 10;
const besideIt = 4;
const doubled = 4;
/** Few begin a word wrongly (Yannakoudakis & Fawthrop 1983). */
const firstLetter = 0.1;

/** Words that are one letter away from one that was typed, each with how likely it is that it was meant. */
export function oneLetterAway(word: string): ReadonlyMap<string, number> {
  const letters = alphabets.find(([script]) => script.test(word))?.[1] ?? "";
  const near = new Map<string, number>();
  const add = (meant: string, likelihood: number): void => {
    const likely = likelihood * (meant[0] === word[0] ? 1 : firstLetter);
    if (meant !== word && meant !== "") near.set(meant, Math.max(likely, near.get(meant) ?? 0));
  };
  for (let index = 0; index <= word.length; index++) {
    const [before, after] = [word.slice(0, index), word.slice(index)];
    const [letter = "", next = ""] = [word[index], word[index + 1]];
    if (letter !== "") add(before + after.slice(1), letter === word[index - 1] ? doubled : 1);
    if (next !== "") add(`${before}${next}${letter}${after.slice(2)}`, swapped);
    for (const other of letters) {
      if (letter !== "")
        add(before + other + after.slice(1), areBeside(letter, other) ? besideIt : 1);
      add(before + other + after, forgotten);
    }
  }
  return near;
}

function areBeside(one: string, other: string): boolean {
  return keyboards.some((keys) => keys.includes(one + other) || keys.includes(other + one));
}
