/**
 * A pattern of paths inside an archive. `*` stands for any characters of one name, `?` for one, and `**`,
 * in the place of a name, for any number of names. A pattern holds for the whole path, from the archive's
 * folder on; one that fits a folder holds for all that is in it. Capitals matter; composed and decomposed
 * letters are the same.
 */
export type PathPattern = readonly (typeof anyNames | readonly string[])[];

const anyNames = "**";

/** Longest pattern, in UTF-16 units: no path that systems allow has a longer name in it. */
const maxPatternLength = 1_000;

/** What other programs give a meaning that it does not have here: it would silently fit nothing. */
const foreign = /^!|[\\[\]{}]/;

/** A pattern from its text; undefined when it could not fit any path, or means more elsewhere than here. */
export function readPattern(written: string): PathPattern | undefined {
  const text = written.normalize("NFC").replace(/^\.?\/|\/$/g, "");
  const names = text.split("/");
  if (text.length > maxPatternLength || foreign.test(text)) return undefined;
  if (names.some((name) => name === "" || name === "." || name === "..")) return undefined;
  // What is in a folder that fits, fits.
  return [...names.map((name) => (name === anyNames ? anyNames : Array.from(name))), anyNames];
}

/** The names in a path, as patterns are compared with them. */
export function namesIn(path: string): readonly (readonly string[])[] {
  return path
    .normalize("NFC")
    .split("/")
    .map((name) => Array.from(name));
}

/** Whether a path fits. Takes at most as long as the product of the lengths of the two. */
export function fitsPattern(pattern: PathPattern, path: readonly (readonly string[])[]): boolean {
  return fits(pattern, path, (each) => each === anyNames, fitsName);
}

/** Whether something in a folder may fit, by the path of the folder. */
export function mayFitBelow(pattern: PathPattern, folder: readonly (readonly string[])[]): boolean {
  const open = pattern.indexOf(anyNames);
  const fixed = folder.slice(0, open);
  return fixed.every((name, place) => {
    const part = pattern[place];
    return part !== undefined && fitsName(part, name);
  });
}

function fitsName(part: PathPattern[number], name: readonly string[]): boolean {
  if (part === anyNames) return true;
  const isSame = (one: string, other: string): boolean => one === "?" || one === other;
  return fits(part, name, (each) => each === "*", isSame);
}

/**
 * Whether items fit a pattern in which some parts stand for any number of items. Only the last of those
 * is ever tried again: the earliest fit of what comes before it leaves the most for what comes after.
 */
function fits<Part, Item>(
  pattern: readonly Part[],
  items: readonly Item[],
  isAny: (part: Part) => boolean,
  fitsOne: (part: Part, item: Item) => boolean,
): boolean {
  let place = 0;
  let retryPlace = -1;
  let retryItem = 0;
  for (let next = 0; next < items.length;) {
    const part = pattern[place];
    const item = items[next];
    if (part !== undefined && isAny(part)) {
      retryPlace = ++place;
      retryItem = next;
    } else if (part !== undefined && item !== undefined && fitsOne(part, item)) {
      place++;
      next++;
    } else if (retryPlace >= 0) {
      place = retryPlace;
      next = ++retryItem;
    } else return false;
  }
  return pattern.slice(place).every(isAny);
}
