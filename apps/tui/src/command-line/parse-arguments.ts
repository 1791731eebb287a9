import { parseArgs } from "node:util";
import {
  allFlags,
  commandLine,
  commandLines,
  type CommandLine,
  type CommandName,
  type Flag,
} from "./command-table.ts";

/** What a command line asks for. */
export type Invocation = {
  readonly command: CommandName;
  /** Everything that is no flag, after the command's name. */
  readonly words: readonly string[];
  /** The flags in the order in which they were given, with their values; without one the value is empty. */
  readonly flags: readonly (readonly [name: string, value: string])[];
};

/** A command line that cannot be understood. */
export type UsageError = {
  readonly command: CommandName;
  /** What is wrong and what may have been meant, in sentences. */
  readonly message: string;
};

/** Reads the arguments after the program's name. */
export async function parseArguments(args: readonly string[]): Promise<Invocation | UsageError> {
  const named = commandLines.find(({ name }) => name === args[0] && name !== "read");
  const line = named ?? commandLine("read");
  const known = await allFlags(line);
  const { tokens } = parseArgs({
    args: named === undefined ? [...args] : args.slice(1),
    options: Object.fromEntries(known.map((flag) => [flag.name.slice(2), optionOf(flag)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const flags: [string, string][] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const flag = known.find(({ name }) => name === `--${token.name}`);
    if (flag === undefined || !hasRightValue(flag, token.value)) {
      const { wrongFlag } = await import("./usage-errors.ts");
      return { command: line.name, message: await wrongFlag(known, flag, token) };
    }
    flags.push([flag.name, token.value ?? ""]);
  }
  if (
    flags.some(([name]) => name === "--help" || name === "--version") ||
    hasRightNumber(line, words)
  ) {
    return { command: line.name, words, flags };
  }
  const { wrongNumber } = await import("./usage-errors.ts");
  return { command: line.name, message: wrongNumber(line, words) };
}

function optionOf({ value, short }: Flag) {
  return {
    type: value === undefined ? ("boolean" as const) : ("string" as const),
    ...(short === undefined ? {} : { short: short.slice(1) }),
  };
}

function hasRightValue(flag: Flag, value: string | undefined): boolean {
  if (flag.value === undefined) return value === undefined;
  return value !== undefined && value !== "" && flag.choices?.includes(value) !== false;
}

function hasRightNumber({ parameters }: CommandLine, words: readonly string[]): boolean {
  const needed = parameters.filter((parameter) => !parameter.startsWith("[")).length;
  const isOpen = parameters.at(-1)?.includes("…") === true;
  return words.length >= needed && (isOpen || words.length <= parameters.length);
}

/** The last value of a flag; undefined when it was not given. */
export function flagValue({ flags }: Invocation, name: string): string | undefined {
  return flags.findLast(([given]) => given === name)?.[1];
}
