import { choose, randomNumbers } from "../bench/random.ts";
import { decodeText } from "../src/source/decode-text.ts";
import { fragments } from "./fragments.ts";
import { articles, queries } from "./seeds.ts";

/** Longest input, in bytes of UTF-8: what must be read within the limit of time. */
export const maxInputBytes: number = 64 * 1024;

/** Longest usual input, in UTF-16 units: most that can go wrong shows in a short one, and it is fast. */
const usualLength = 2_000;

/** One input in so many has the greatest length. */
const longOnes = 1_000;

type Random = () => number;

/** The input with a number: the same on every machine for the same seed, and of no other input's making. */
export function makeInput(seed: number, number: number): string {
  const random = randomNumbers(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b));
  const input = choose(kinds, random)(random);
  return number % longOnes === longOnes - 1 ? grown(input, random) : input.slice(0, usualLength);
}

const kinds: readonly ((random: Random) => string)[] = [
  ...Array.from(
    { length: 14 },
    () => (random: Random) => mutated(choose(articles, random), random),
  ),
  (random) => mutated(choose(queries, random), random),
  (random) => mutated(choose(queries, random), random),
  (random) => several(random, 40, () => choose(fragments, random)),
  (random) => several(random, 200, () => String.fromCodePoint(choose(planes, random)(random))),
  (random) => several(random, 200, () => String.fromCharCode(random() * 0x10000)),
  (random) => decodeText(changedBytes(choose(articles, random), random)).text,
  (random) =>
    decodeText(Uint8Array.from({ length: 1 + random() * 300 }, () => random() * 256)).text,
];

const planes: readonly ((random: Random) => number)[] = [0x80, 0x300, 0x3000, 0x110000].map(
  (end) => (random: Random) => Math.floor(random() * end),
);

function several(random: Random, most: number, one: () => string): string {
  return Array.from({ length: 1 + random() * most }, one).join("");
}

function mutated(text: string, random: Random): string {
  let result = text;
  for (let left = 1 + Math.floor(random() ** 2 * 8); left > 0; left--) {
    result = choose(changes, random)(result, random);
  }
  return result;
}

const changes: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => replaced(text, random, () => ""),
  (text, random) => replaced(text, random, (part) => part + part),
  (text, random) => replaced(text, random, () => choose(fragments, random)),
  (text, random) => replaced(text, random, () => partOf(choose(articles, random), random)),
  (text, random) => inserted(text, random, choose(fragments, random)),
  (text, random) => inserted(text, random, choose(fragments, random)),
  (text, random) =>
    inserted(
      text,
      random,
      several(random, 6, () => choose(fragments, random)),
    ),
  (text, random) => inserted(text, random, choose(fragments, random).repeat(1 + random() * 30)),
  (text, random) => inserted(text, random, String.fromCodePoint(choose(planes, random)(random))),
  (text, random) => text.slice(0, random() * text.length),
  (text, random) => text.slice(random() * text.length),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replace(/\n\n+/g, "\n"),
  (text, random) =>
    text.replaceAll(choose(["\n", " ", '"', ":", "a"], random), choose(fragments, random)),
];

/** The text with a part of it, a few characters or many, as `change` makes it. */
function replaced(text: string, random: Random, change: (part: string) => string): string {
  const start = Math.floor(random() * text.length);
  const end = start + Math.ceil(random() ** 4 * (text.length - start));
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function inserted(text: string, random: Random, part: string): string {
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + part + text.slice(at);
}

function partOf(text: string, random: Random): string {
  const start = Math.floor(random() * text.length);
  return text.slice(start, start + 1 + random() ** 2 * 200);
}

function changedBytes(text: string, random: Random): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  for (let left = 1 + random() * 10; left > 0; left--) {
    bytes[Math.floor(random() * bytes.length)] = random() * 256;
  }
  return bytes;
}

/** As long as an input may be: a fragment, a few, or the whole text, again and again. */
function grown(text: string, random: Random): string {
  const start = random() < 0.3 ? partOf(choose(articles, random), random) : "";
  const part = choose(
    [
      choose(fragments, random),
      several(random, 4, () => choose(fragments, random)),
      text,
      partOf(text, random),
    ],
    random,
  );
  if (part === "") return text;
  const long = start + part.repeat(Math.ceil(maxInputBytes / part.length));
  const { read } = new TextEncoder().encodeInto(long, new Uint8Array(maxInputBytes));
  return long.slice(0, read);
}
