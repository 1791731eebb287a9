import { searchFields, wrapText } from "@broadsheet/core/view";
import {
  allFlags,
  commandLine,
  commandLines,
  type CommandLine,
  type CommandName,
  type Flag,
} from "./command-table.ts";
import { exitCodes } from "./exit-codes.ts";

/** Columns of a help text. */
const columns = 80;

/** What `--help` prints: for `read` the whole program, otherwise one command. */
export async function helpText(command: CommandName): Promise<string> {
  const line = commandLine(command);
  const flags = await allFlags(line);
  const blocks = command === "read" ? programHelp(line, flags) : commandHelp(line, flags);
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The usage line of a command. */
export function usage({ name, parameters }: CommandLine): string {
  return ["broadsheet", ...(name === "read" ? [] : [name]), ...parameters].join(" ");
}

function programHelp(line: CommandLine, flags: readonly Flag[]): readonly (readonly string[])[] {
  return [
    ["Reads a folder of news articles, kept as Markdown or plain text."],
    table(
      "Usage",
      commandLines.map((each) => [usage(each), each.summary]),
    ),
    paragraph(
      `${line.description} Without FOLDER the one that the environment variable BROADSHEET_FOLDER names is opened, or else the current folder. A folder with the name of a command is opened as ./list.`,
    ),
    flagTable(flags),
    paragraph("Every command has a --help of its own. While reading, ? shows the keys."),
    table(
      "Exit codes",
      Object.values(exitCodes).map(({ code, meaning }) => [String(code), meaning]),
    ),
  ];
}

function commandHelp(line: CommandLine, flags: readonly Flag[]): readonly (readonly string[])[] {
  return [
    [`Usage: ${usage(line)}`],
    paragraph(line.description),
    ...(line.parameters.includes("QUERY") ? [fieldTable()] : []),
    flagTable(flags),
  ];
}

/** What a query may ask of articles beside their words. */
function fieldTable(): readonly string[] {
  return table(
    "Fields",
    searchFields.map(({ description, example }) => [example, description]),
  );
}

function flagTable(flags: readonly Flag[]): readonly string[] {
  return table(
    "Flags",
    flags.map(({ name, short, value, description }) => [
      `${short === undefined ? "" : `${short}, `}${name}${value === undefined ? "" : ` ${value}`}`,
      description,
    ]),
  );
}

function paragraph(text: string): readonly string[] {
  return wrapText(text, columns);
}

function table(
  title: string,
  entries: readonly (readonly [term: string, meaning: string])[],
): readonly string[] {
  const width = Math.max(...entries.map(([term]) => term.length)) + 4;
  return [
    `${title}:`,
    ...entries.flatMap(([term, meaning]) =>
      wrapText(meaning, columns - width).map(
        (line, index) => `${index === 0 ? `  ${term}`.padEnd(width) : " ".repeat(width)}${line}`,
      ),
    ),
  ];
}
