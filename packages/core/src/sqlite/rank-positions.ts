import { maxRanked } from "../archive/limits.ts";

/** Positions by score, best first, ties newest first; after them, by date, those that were not ranked. */
export type Ranked = {
  readonly positions: Uint32Array;
  /** 0 for those that were not ranked. */
  readonly scores: Float64Array;
  /** How many were ranked: the newest. */
  readonly ranked: number;
};

/** A score's 32 bits are sorted by so many at a time. */
const digitBits = 11;
const digits = 2 ** digitBits;

/**
 * Ranks the newest of some ascending positions. Scores are compared as 32-bit numbers, whose bits ascend as
 * they do: a radix sort by them (Knuth, TAOCP 3, §5.2.5) takes a tenth of the time that comparing takes.
 */
export function rankPositions(positions: Uint32Array, scoreAt: Float64Array): Ranked {
  const older = Math.max(0, positions.length - maxRanked);
  const newest = positions.subarray(older).toReversed();
  const score = new Float32Array(newest.length);
  for (let place = 0; place < newest.length; place++)
    score[place] = scoreAt[newest[place] ?? 0] ?? 0;
  const places = sortedPlaces(new Uint32Array(score.buffer));
  const ordered = new Uint32Array(positions.length);
  const scores = new Float64Array(positions.length);
  for (let rank = 0; rank < newest.length; rank++) {
    const place = places[rank] ?? 0;
    ordered[rank] = newest[place] ?? 0;
    scores[rank] = score[place] ?? 0;
  }
  ordered.set(positions.subarray(0, older).toReversed(), newest.length);
  return { positions: ordered, scores, ranked: newest.length };
}

/**
 * The places of numbers, those of the greatest first, of equal ones in order. Every place and digit that is
 * read is within its array.
 */
function sortedPlaces(numbers: Uint32Array): Uint32Array {
  const count = numbers.length;
  let places = new Uint32Array(count);
  let sorted = new Uint32Array(count);
  for (let place = 0; place < count; place++) places[place] = place;
  for (let shift = 0; shift < 32; shift += digitBits) {
    const starts = new Uint32Array(digits + 1);
    for (let place = 0; place < count; place++) starts[digitOf(numbers[place]!, shift) + 1]!++;
    for (let digit = 0; digit < digits; digit++) starts[digit + 1]! += starts[digit]!;
    for (let index = 0; index < count; index++) {
      const place = places[index]!;
      sorted[starts[digitOf(numbers[place]!, shift)]!++] = place;
    }
    [places, sorted] = [sorted, places];
  }
  return places;
}

/** Some bits of a number, the greater the less. */
function digitOf(number: number, shift: number): number {
  return digits - 1 - ((number >>> shift) & (digits - 1));
}

/** One ranked list after another. */
export function joined(first: Ranked, second: Ranked): Ranked {
  const positions = new Uint32Array(first.positions.length + second.positions.length);
  const scores = new Float64Array(positions.length);
  positions.set(first.positions);
  positions.set(second.positions, first.positions.length);
  scores.set(first.scores);
  scores.set(second.scores, first.scores.length);
  return { positions, scores, ranked: first.ranked + second.ranked };
}
