/** Bytes at the head of a page: where its first row stands, and where its terms are listed. */
const pageHead = 4;

/** Where a term's articles stand on a page, and whether they end there. */
export type TermPlace = { readonly start: number; readonly end: number; readonly isLast: boolean };

/** Whether something is a page: lists that end within it. */
export function isPage(block: unknown): block is Uint8Array {
  return (
    block instanceof Uint8Array && block.length >= pageHead && endOfLists(block) <= block.length
  );
}

/** Where a page's lists end and the places of its terms begin. */
export function endOfLists(page: Uint8Array): number {
  return ((page[2] ?? 0) << 8) | (page[3] ?? 0);
}

/** Where the first row stands that is not told by its distance from the last; 0 when there is none. */
export function firstRowOf(page: Uint8Array): number {
  return ((page[0] ?? 0) << 8) | (page[1] ?? 0);
}

/** Where on a page the articles of a term stand that began on one before. */
export function placeOfRest(page: Uint8Array): TermPlace {
  const foot = endOfLists(page);
  const isLast = foot < page.length;
  return { start: pageHead, end: isLast ? valueIn(shortVarint(page, foot)) : foot, isLast };
}

/** Where a term stands on a page; undefined when it does not. */
export function placeOfTerm(page: Uint8Array, key: Uint8Array): TermPlace | undefined {
  const listsEnd = endOfLists(page);
  let foot = listsEnd;
  let offset = 0;
  // How many bytes of the key the last term begins with: terms are stored by what differs from the last.
  let common = 0;
  while (foot < page.length) {
    const isFirst = foot === listsEnd;
    const distance = shortVarint(page, foot);
    foot += sizeIn(distance);
    offset += valueIn(distance);
    const shared = isFirst ? 0 : shortVarint(page, offset);
    if (valueIn(shared) > common) continue;
    common = valueIn(shared);
    const own = shortVarint(page, offset + sizeIn(shared));
    const suffix = offset + sizeIn(shared) + sizeIn(own);
    const length = common + valueIn(own);
    const before = suffix - common;
    while (common < length && common < key.length && page[before + common] === key[common])
      common++;
    if (common < key.length || length > key.length) continue;
    const isLast = foot < page.length;
    const end = isLast ? offset + valueIn(shortVarint(page, foot)) : listsEnd;
    return { start: suffix + valueIn(own), end, isLast };
  }
  return undefined;
}

/** A number below 2^21 and its size in bytes, in one: no term and no place on a page is greater. */
function shortVarint(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first * 4 + 1;
  const second = bytes[at + 1] ?? 0;
  const two = (first & 0x7f) * 128 + (second & 0x7f);
  return second < 0x80 ? two * 4 + 2 : (two * 128 + ((bytes[at + 2] ?? 0) & 0x7f)) * 4 + 3;
}

function valueIn(short: number): number {
  return short >>> 2;
}

function sizeIn(short: number): number {
  return short & 3;
}
