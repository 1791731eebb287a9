import { cleanLine, didYouMean } from "@broadsheet/core/view";
import { allFlags, commandLines, type CommandLine, type Flag } from "./command-table.ts";

/** What is wrong with a flag: there is none of that name (then `flag` is absent), or its value is. */
export async function wrongFlag(
  known: readonly Flag[],
  flag: Flag | undefined,
  { rawName, value = "" }: { readonly rawName: string; readonly value?: string | undefined },
): Promise<string> {
  if (flag?.choices !== undefined && value !== "")
    return wrongChoice(flag.name, flag.choices, value);
  if (flag?.value !== undefined) return `${flag.name} needs a value: ${flag.name} ${flag.value}.`;
  if (flag !== undefined) return `${flag.name} takes no value.`;
  return `There is no flag ${cleanLine(rawName)} here.${await hint(known, rawName)}`;
}

function wrongChoice(name: string, choices: readonly string[], value: string): string {
  const meant = didYouMean(value, choices);
  const those = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1) ?? ""}`;
  return `${name}: There is no ${cleanLine(value)} here. ${meant ? `Did you mean ${meant}?` : `It is ${those}.`}`;
}

async function hint(known: readonly Flag[], given: string): Promise<string> {
  const names = known.map(({ name }) => name);
  const meant = didYouMean(given, names);
  if (meant !== undefined) return ` Did you mean ${meant}?`;
  for (const line of commandLines) {
    const isThere = (await allFlags(line)).some(({ name }) => name === given);
    if (isThere) return ` It belongs to broadsheet ${line.name}.`;
  }
  return "";
}

/** What is missing, or too much, on a command line. */
export function wrongNumber(line: CommandLine, words: readonly string[]): string {
  const needed = line.parameters.filter((parameter) => !parameter.startsWith("["));
  const missing = needed[words.length];
  if (missing !== undefined) return `${missing} is missing.`;
  const [first = ""] = words;
  const meant = line.name === "read" ? commandMeant(first) : undefined;
  return meant === undefined
    ? `There is too much on the command line, from “${cleanLine(words[line.parameters.length] ?? "")}” on.`
    : `There is no command ${cleanLine(first)}. Did you mean ${meant}?`;
}

/** The command that was probably meant by a word; undefined when none is near. */
export function commandMeant(word: string): string | undefined {
  const names = commandLines.map(({ name }) => name).filter((name) => name !== "read");
  return didYouMean(word, names);
}
