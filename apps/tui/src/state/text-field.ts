/** A line of text that is being typed, and the place in it, in UTF-16 units, where typing goes on. */
export type TextField = { readonly text: string; readonly cursor: number };

export const emptyField: TextField = { text: "", cursor: 0 };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const words = new Intl.Segmenter("en", { granularity: "word" });

export function insert({ text, cursor }: TextField, typed: string, maxLength: number): TextField {
  const room = Math.max(0, maxLength - text.length);
  const added = typed.length <= room ? typed : typed.slice(0, room).toWellFormed();
  return {
    text: text.slice(0, cursor) + added + text.slice(cursor),
    cursor: cursor + added.length,
  };
}

/** Puts a text in place of a part; a cursor in that part, or at its end, comes to stand behind the text. */
export function replace(field: TextField, start: number, end: number, by: string): TextField {
  const { cursor } = field;
  const text = field.text.slice(0, start) + by + field.text.slice(end);
  if (cursor < start) return { text, cursor };
  return { text, cursor: cursor <= end ? start + by.length : cursor + by.length - (end - start) };
}

/** Removes the character before the cursor. */
export function eraseCharacter(field: TextField): TextField {
  return eraseTo(field, previousCharacter(field));
}

/** Removes the character at the cursor. */
export function deleteCharacter({ text, cursor }: TextField): TextField {
  return { text: text.slice(0, cursor) + text.slice(nextCharacter({ text, cursor })), cursor };
}

/** Removes the word before the cursor, and the spaces after it. */
export function eraseWord(field: TextField): TextField {
  return eraseTo(field, previousWord(field));
}

/** Removes everything before the cursor. */
export function eraseToStart(field: TextField): TextField {
  return eraseTo(field, 0);
}

export function left(field: TextField): TextField {
  return { ...field, cursor: previousCharacter(field) };
}

export function right(field: TextField): TextField {
  return { ...field, cursor: nextCharacter(field) };
}

export function wordLeft(field: TextField): TextField {
  return { ...field, cursor: previousWord(field) };
}

export function wordRight({ text, cursor }: TextField): TextField {
  const next = wordStarts(text).find((end) => end > cursor);
  return { text, cursor: next ?? text.length };
}

export function toStart(field: TextField): TextField {
  return { ...field, cursor: 0 };
}

export function toEnd({ text }: TextField): TextField {
  return { text, cursor: text.length };
}

function eraseTo({ text, cursor }: TextField, start: number): TextField {
  return { text: text.slice(0, start) + text.slice(cursor), cursor: start };
}

function previousCharacter({ text, cursor }: TextField): number {
  return Array.from(graphemes.segment(text.slice(0, cursor))).at(-1)?.index ?? 0;
}

function nextCharacter({ text, cursor }: TextField): number {
  const [next] = graphemes.segment(text.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}

function previousWord({ text, cursor }: TextField): number {
  return wordStarts(text).findLast((start) => start < cursor) ?? 0;
}

function wordStarts(text: string): readonly number[] {
  return Array.from(words.segment(text)).flatMap(({ isWordLike, index }) =>
    isWordLike === true ? [index] : [],
  );
}
