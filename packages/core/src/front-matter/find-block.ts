import { readJson } from "../text/read-json.ts";
import type { FrontMatterFormat } from "./front-matter.ts";
import { isKnownName } from "./known-names.ts";

/** Longest front matter that is parsed, in UTF-16 units: a hundred times what authors write. */
export const maxFrontMatter: number = 64 * 1024;

/** Where the front matter of a text stands. */
export type Block = {
  /** Absent when it is a language that is never read, because reading it would be running it. */
  readonly language?: FrontMatterFormat;
  /** What follows the opening fence: `js`. Empty when nothing does. */
  readonly word: string;
  /** Start and end (exclusive) of what is between the fences. */
  readonly start: number;
  readonly end: number;
  /** Where the body begins, after the closing fence. */
  readonly bodyStart: number;
  /** Whether there is a closing fence. */
  readonly closed: boolean;
};

const languages: ReadonlyMap<string, FrontMatterFormat> = new Map([
  ["---", "yaml"],
  ["---yaml", "yaml"],
  ["---yml", "yaml"],
  ["---toml", "toml"],
  ["---json", "json"],
  ["+++", "toml"],
]);

/** Words after a fence that announce a program. Any other word means that the line is text. */
const programs =
  /^(?:js|javascript|mjs|cjs|jsx|ts|typescript|tsx|coffee|coffeescript|cson|lua|php)$/;

const opening = /(---|\+\+\+)[ \t]*([A-Za-z]\w*)?[ \t]*\n/y;
const closings: Readonly<Record<string, RegExp>> = {
  "---": /^(?:---|\.\.\.)[ \t]*$/gm,
  "+++": /^\+\+\+[ \t]*$/gm,
};
const blankLines = /(?:[ \t]*\n)*/y;

/** A name and a colon (YAML), a name and an equals sign or a table (TOML). */
const firstField: Readonly<Record<FrontMatterFormat, RegExp>> = {
  yaml: /^(?:[ \t]*(?:#.*)?\n)*(?:["']?[\p{L}\p{N}_$@.<][^:\n]{0,80}:(?:[ \t\n]|$)|\{)/u,
  toml: /^(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:["']?[\p{L}\p{N}_][^=\n]{0,80}=|\[)/u,
  json: /^\s*\{/,
};

/** Lines of a header that was never closed: fields, what belongs to them, comments. */
const headerLine = /^(?:["']?[\p{L}_][^:\n]{0,80}:(?:[ \t].*)?|[ \t]+\S.*|-[ \t].*|#.*)(?:\n|$)/u;

/** The block of front matter that a text begins with; undefined when it begins with text. */
export function findBlock(text: string): Block | undefined {
  const start = match(blankLines, text, 0)?.[0].length ?? 0;
  const open = match(opening, text, start);
  if (open === undefined) {
    return text.startsWith("{", start) ? jsonBlock(text, start) : unopenedBlock(text, start);
  }
  const [line, fence = "", word = ""] = open;
  const language = languages.get(fence + word.toLowerCase());
  if (language === undefined && !programs.test(word.toLowerCase())) return undefined;
  const from = start + line.length;
  const close = closings[fence];
  if (close === undefined) return undefined;
  close.lastIndex = from;
  const found = close.exec(text);
  const known = language === undefined ? { word } : { language, word };
  if (found === null) {
    return language === "yaml" ? unclosedBlock(text, from) : undefined;
  }
  const bodyStart = Math.min(found.index + found[0].length + 1, text.length);
  return { ...known, start: from, end: found.index, bodyStart, closed: true };
}

/** Whether what stands between fences are fields, or nothing: otherwise the fences are rules around text. */
export function holdsFields(source: string, language: FrontMatterFormat): boolean {
  return firstField[language].test(source) || /^(?:[ \t]*(?:#.*)?(?:\n|$))*$/.test(source);
}

/** A header from the fence to the first blank line, when every line of it belongs to a field. */
function unclosedBlock(text: string, start: number): Block | undefined {
  const blank = /\n[ \t]*(?:\n|$)/g;
  blank.lastIndex = start;
  const found = blank.exec(text);
  const end = found === null ? text.length : found.index + 1;
  const source = text.slice(start, end);
  if (!firstField.yaml.test(source)) return undefined;
  const lines = source.trimEnd().split("\n");
  if (!lines.every((line) => headerLine.test(line))) return undefined;
  return { language: "yaml", word: "", start, end, bodyStart: end, closed: false };
}

const fieldName = /^["']?([\p{L}_][^:\n]{0,80}?)["']?[ \t]*:(?:[ \t]|$)/u;

/**
 * YAML that only ends with a fence, as Hexo allows: two fields or more, one of them with a known name, and
 * no other line. Undefined for anything else, since a line of hyphens may also stand below a heading.
 */
function unopenedBlock(text: string, start: number): Block | undefined {
  // Nearly every text begins with a line that is no field, and nothing more is looked at.
  if (!fieldName.test(text.slice(start, start + 200).split("\n", 1)[0] ?? "")) return undefined;
  const close = /^---[ \t]*$/gm;
  close.lastIndex = start;
  const end = close.exec(text)?.index ?? text.length;
  if (end === text.length || end - start > maxFrontMatter) return undefined;
  const lines = text.slice(start, end - 1).split("\n");
  const names = lines.flatMap((line) => fieldName.exec(line)?.[1] ?? []);
  if (names.length < 2 || !names.some(isKnownName)) return undefined;
  if (!lines.every((line) => headerLine.test(line))) return undefined;
  const bodyStart = Math.min(close.lastIndex + 1, text.length);
  return { language: "yaml", word: "", start, end, bodyStart, closed: true };
}

const namedValue = /\{\s*"[^"\n]{1,80}"\s*:/y;
const restOfLine = /[ \t]*(?:\n|$)/y;

/**
 * JSON without fences, as Hugo has it: an object with a named value, and nothing after it on its line. One
 * that is broken ends with the first line that is a closing brace.
 */
function jsonBlock(text: string, start: number): Block | undefined {
  if (match(namedValue, text, start) === undefined) return undefined;
  const object = readJson(text.slice(start, start + maxFrontMatter));
  const brace = /^\}(?=[ \t]*$)/gm;
  brace.lastIndex = start;
  const end = "end" in object ? start + object.end : (brace.exec(text)?.index ?? -1) + 1;
  if (end === 0) return undefined;
  const rest = match(restOfLine, text, end);
  if (rest === undefined) return undefined;
  const bodyStart = end + rest[0].length;
  return { language: "json", word: "", start, end, bodyStart, closed: true };
}

function match(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
