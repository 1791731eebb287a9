import type { TextNode } from "../query/query.ts";
import type { Columns } from "./columns.ts";
import { difference, firstOf, intersection, unionOf } from "./filter-positions.ts";
import type { TextMatches } from "./find-text.ts";
import type { Leaf } from "./fts-term.ts";

/** Some positions, or all others that are searchable. */
type Part = TextMatches & { readonly inverted: boolean };

const nothing: Part = { positions: new Uint32Array(0), inverted: false, complete: false };

/**
 * The positions that match a tree of words and phrases, by those of its leaves. What there was no time for
 * makes the answer smaller and never wrong: where it is left out, nothing is known to match.
 */
export function matchText(
  node: TextNode,
  columns: Columns,
  find: (leaf: Leaf) => TextMatches,
): TextMatches {
  const { positions, inverted, complete } = match(node, columns, find);
  return { positions: inverted ? inverse(positions, columns) : positions, complete };
}

function match(node: TextNode, columns: Columns, find: (leaf: Leaf) => TextMatches): Part {
  switch (node.type) {
    case "word":
    case "phrase":
      return { ...find(node), inverted: false };
    case "not": {
      const part = match(node.node, columns, find);
      return part.complete ? { ...part, inverted: !part.inverted } : nothing;
    }
    case "and":
    case "or": {
      const parts = node.nodes.map((each) => match(each, columns, find));
      const complete = parts.every((part) => part.complete);
      return { ...(node.type === "and" ? inAll(parts, columns) : inAny(parts, columns)), complete };
    }
    case "filter":
    case "date":
      throw new TypeError(`A ${node.type} is not looked for in texts.`);
  }
}

type Joined = Pick<Part, "positions" | "inverted">;

function inAll(parts: readonly Part[], { count }: Columns): Joined {
  const [wanted, unwanted] = divided(parts);
  return wanted.length === 0
    ? { positions: unionOf(unwanted, count), inverted: true }
    : { positions: inAllButNone(wanted, unwanted), inverted: false };
}

/** By De Morgan's laws, what is not in all of the opposites. */
function inAny(parts: readonly Part[], { count }: Columns): Joined {
  const [wanted, unwanted] = divided(parts);
  return unwanted.length === 0
    ? { positions: unionOf(wanted, count), inverted: false }
    : { positions: inAllButNone(unwanted, wanted), inverted: true };
}

function divided(parts: readonly Part[]): readonly [Uint32Array[], Uint32Array[]] {
  const lists = (inverted: boolean): Uint32Array[] =>
    parts.filter((part) => part.inverted === inverted).map(({ positions }) => positions);
  return [lists(false), lists(true)];
}

/** What is in all of some lists, at least one, and in none of others. */
function inAllButNone(
  wanted: readonly Uint32Array[],
  unwanted: readonly Uint32Array[],
): Uint32Array {
  // The shortest first, so that what is left to look at is little.
  const together = wanted.toSorted((a, b) => a.length - b.length).reduce(intersection);
  return unwanted.reduce(difference, together);
}

/** All other articles whose text is indexed. */
function inverse(positions: Uint32Array, { count, searchable }: Columns): Uint32Array {
  const rest = new Uint32Array(count - positions.length);
  let next = 0;
  let length = 0;
  for (let position = 0; position < count; position++) {
    if (positions[next] === position) next++;
    else if (searchable[position] === 1) rest[length++] = position;
  }
  return firstOf(rest, length);
}
