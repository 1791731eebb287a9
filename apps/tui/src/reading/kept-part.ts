import type { Article, Block } from "@broadsheet/core/view";

/**
 * The part of a changed article (0 is the head, then the blocks) that is what a part of it was before. Blocks that
 * are the same at both ends are found again; what was changed between them keeps its place as far as it goes.
 */
export function keptPart(
  part: number,
  { blocks: before }: Pick<Article, "blocks">,
  { blocks: now }: Pick<Article, "blocks">,
): number {
  const index = part - 1;
  const most = Math.min(before.length, now.length);
  let same = 0;
  while (same <= index && same < most && isSame(before[same], now[same])) same++;
  if (same > index) return part;
  let after = 0;
  while (after < most - same && isSame(before.at(-1 - after), now.at(-1 - after))) after++;
  if (index >= before.length - after) return part + now.length - before.length;
  return Math.min(1 + Math.min(index, Math.max(same, now.length - after - 1)), now.length);
}

/** A number by which a block is known again wherever it stands: FNV-1a, 32 bits, of what it says. */
export function printOf(block: Block): number {
  let print = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(written(block)))
    print = Math.imul(print ^ byte, 0x01000193);
  return print >>> 0;
}

/** The part nearest to a place whose block has this print; the place itself where none has. */
export function partWithPrint(
  part: number,
  print: number,
  { blocks }: Pick<Article, "blocks">,
): number {
  for (let away = 0; away <= Math.max(part, blocks.length); away++) {
    for (const at of [part + away, part - away]) {
      const block = blocks[at - 1];
      if (block !== undefined && printOf(block) === print) return at;
    }
  }
  return part;
}

/** Whether blocks say the same, on whatever lines they stand. */
function isSame(a: Block | undefined, b: Block | undefined): boolean {
  return a === b || written(a) === written(b);
}

function written(block: Block | undefined): string {
  return JSON.stringify(block, (key, value: unknown) => (key === "lines" ? undefined : value));
}
