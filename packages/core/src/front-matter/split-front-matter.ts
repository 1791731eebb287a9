import { makeProblem, type Problem, type ProblemCode } from "../problem.ts";
import type { BlockReading, Fault } from "./block-reading.ts";
import { maxFaults } from "./broken-field.ts";
import { cleanReading } from "./clean-reading.ts";
import { findBlock, holdsFields, maxFrontMatter } from "./find-block.ts";
import { type FrontMatter, type FrontMatterFormat, noFields } from "./front-matter.ts";
import { readBlock } from "./read-block.ts";
import { readBrokenJson } from "./read-broken-json.ts";
import { readBrokenToml } from "./read-broken-toml.ts";
import { readBrokenYaml } from "./read-broken-yaml.ts";
import { readHeader } from "./read-header.ts";

/** gray-matter's search for comments takes the square of the blanks in a row; authors write a handful. */
const maxBlanks = 511;
const manyBlanks = new RegExp(`\\s{${String(maxBlanks + 1)}}`);

/**
 * Divides a cleaned text (see `cleanText`) into front matter and body. Nothing throws and nothing of it is
 * run: what cannot be read is a problem, every other field is kept, and the body is always kept. No name
 * and no value holds what must not be shown, whatever escapes stand for.
 *
 * @param path the file, for the problems.
 *
 * @example
 * ```ts
 * import { splitFrontMatter } from "@broadsheet/core";
 *
 * const { fields, body, bodyLine } = splitFrontMatter("---\nno: 7\n---\nText.\n", "a.md");
 * fields["no"]; // => "7"
 * body; // => "Text.\n"
 * bodyLine; // => 4
 * ```
 */
export function splitFrontMatter(text: string, path: string): FrontMatter {
  const block = findBlock(text);
  if (block === undefined) return splitHeader(text, path) ?? onlyBody(text, 1, []);
  const { language, start, end, bodyStart } = block;
  // The line of the opening fence; of JSON without fences, the line before.
  const fenceLine = lineEnds(text, start);
  const problems: Problem[] = [];
  const report = (code: ProblemCode, value?: string): void => {
    problems.push(makeProblem(code, { path, line: Math.max(1, fenceLine), value }));
  };
  const source = text.slice(start, end);
  if (language !== undefined && !holdsFields(source, language)) {
    report("front-matter-no-fields");
    return onlyBody(text, 1, problems);
  }
  const body = text.slice(bodyStart);
  const bodyLine = lineEnds(text, bodyStart) + 1;
  if (language === undefined) {
    report("front-matter-language", block.word);
    return onlyBody(body, bodyLine, problems);
  }
  if (/^\s*\n/.test(text)) report("front-matter-not-first");
  if (!block.closed) report("front-matter-unclosed");
  const unfit = unfitness(source);
  if (unfit !== undefined) report("front-matter-too-long", unfit);
  const reading = unfit === undefined ? readBlock(language, source) : readUnfit(language, source);
  const { fields, lines, faults } = cleanReading(reading, source);
  for (const { code, line, column, value } of listed(faults)) {
    problems.push(makeProblem(code, { path, line: fenceLine + line, column, value }));
  }
  return {
    format: language,
    fields,
    lines: linesBelow(fenceLine, lines),
    body,
    bodyLine,
    problems,
  };
}

function splitHeader(text: string, path: string): FrontMatter | undefined {
  const header = readHeader(text);
  if (header === undefined) return undefined;
  const { reading, bodyStart } = header;
  return {
    format: "header",
    fields: reading.fields,
    lines: linesBelow(1, reading.lines),
    body: text.slice(bodyStart),
    bodyLine: lineEnds(text, bodyStart) + 1,
    problems: listed(reading.faults).map(({ code, line, column, value }) =>
      makeProblem(code, { path, line: line + 1, column, value }),
    ),
  };
}

function onlyBody(body: string, bodyLine: number, problems: readonly Problem[]): FrontMatter {
  return { format: "none", fields: noFields, lines: new Map(), body, bodyLine, problems };
}

/** Why a block must not be given to gray-matter; undefined when it may. */
function unfitness(source: string): string | undefined {
  if (source.length > maxFrontMatter) {
    return `${String(source.length)} characters, of which ${String(maxFrontMatter)} are read`;
  }
  const hasMany = source.length > maxBlanks && manyBlanks.test(source);
  return hasMany ? "hundreds of blanks in a row" : undefined;
}

function readUnfit(language: FrontMatterFormat, source: string): BlockReading {
  const start = source.slice(0, maxFrontMatter);
  const whole =
    source.length > maxFrontMatter ? start.slice(0, start.lastIndexOf("\n") + 1) : start;
  const below = `\n${whole}`;
  if (language === "yaml") return readBrokenYaml(below);
  return language === "toml" ? readBrokenToml(below) : readBrokenJson(below);
}

/** The first faults, and how many there are beyond them: nobody mends hundreds one by one. */
function listed(faults: readonly Fault[]): readonly Fault[] {
  const next = faults[maxFaults];
  if (next === undefined) return faults;
  const value = `this is the first of ${String(faults.length - maxFaults)} more places`;
  return [...faults.slice(0, maxFaults), { ...next, value }];
}

function linesBelow(first: number, lines: BlockReading["lines"]): ReadonlyMap<string, number> {
  const below = new Map<string, number>();
  for (const [name, line] of lines) below.set(name, first + line);
  return below;
}

/** How many lines end before a place. */
function lineEnds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
