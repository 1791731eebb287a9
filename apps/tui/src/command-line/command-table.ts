import { themeNames } from "../terminal/theme-name.ts";

/** Something that can be said on the command line beside names. */
export type Flag = {
  readonly name: string;
  /** A single letter for it, as `-h`. Absent for most. */
  readonly short?: string;
  /** What its value is called in the help. Absent for a flag without value. */
  readonly value?: string;
  /** All values that it can have. Absent: any text. */
  readonly choices?: readonly string[];
  readonly description: string;
};

/** What can be asked of the program. `read` is what it does when nothing else is named. */
export type CommandName =
  | "read"
  | "list"
  | "search"
  | "show"
  | "related"
  | "timeline"
  | "stats"
  | "check";

/** One thing that the program does. */
export type CommandLine = {
  readonly name: CommandName;
  /** Arguments as they stand in the usage line: required ones bare, others in brackets, more with dots. */
  readonly parameters: readonly string[];
  readonly summary: string;
  readonly description: string;
  /** The flags of its own; `allFlags` has those of queries too. */
  readonly flags: readonly Flag[];
  /** Whether it asks for articles as a query does: for a page of them, or for all that pass the filters. */
  readonly takesQuery?: "page" | "filters";
};

const json: Flag = { name: "--json", description: 'Print JSON: {"data": […], "meta": {…}}.' };
const formats: readonly Flag[] = [
  json,
  { name: "--ndjson", description: "Print one JSON object a line, for all articles." },
  { name: "--csv", description: "Print a table for spreadsheets, for all articles." },
  { name: "--paths", description: "Print the paths of the files, for all articles." },
  {
    name: "--null",
    short: "-0",
    description: "End each path with a zero byte instead of a line end, as xargs -0 reads it.",
  },
];
/** What a timeline can count by. */
export const periods = ["month", "year"] as const;

const by: Flag = {
  name: "--by",
  value: "PERIOD",
  choices: periods,
  description: "Count by month (without it) or by year.",
};
const cache: Flag = {
  name: "--cache",
  value: "DIR",
  description: "Keep the index in this folder instead of the user's cache folder.",
};
const theme: Flag = {
  name: "--theme",
  value: "THEME",
  choices: themeNames,
  description: `Colours: ${themeNames.join(", ")}. Without it, or with auto, the terminal is asked for its ground.`,
};
const plain: Flag = {
  name: "--plain",
  description:
    "Print a line for each move, for screen readers; also where INK_SCREEN_READER is true.",
};
const help: Flag = { name: "--help", short: "-h", description: "Print this help." };
const version: Flag = { name: "--version", description: "Print the version." };
const all: Flag = {
  name: "--all",
  description: "Print every problem, notes too, not three of each kind.",
};
const common: readonly Flag[] = [cache, help];

export const commandLines: readonly CommandLine[] = [
  {
    name: "read",
    parameters: ["[FOLDER]"],
    summary: "Open the archive in the terminal.",
    description:
      "Opens the folder's articles to be read. When standard output is not a terminal, prints the list instead.",
    flags: [theme, plain, ...common, version],
  },
  {
    name: "list",
    parameters: ["[FOLDER]"],
    summary: "Print the articles.",
    description:
      "Prints date, id, section and headline of each article, with tabs between them when standard output is not a terminal; then all are printed unless --limit says how many.",
    flags: [...formats, ...common],
    takesQuery: "page",
  },
  {
    name: "search",
    parameters: ["QUERY", "[FOLDER]"],
    summary: "Print the articles that match, with the passage that does.",
    description:
      'Words must all occur; "a phrase", -word for what must not, OR between alternatives, (brackets), begin* for the beginning of a word, and fields, such as title:bridge tag:rain author:"Sok Dara" after:2024.',
    flags: [...formats, ...common],
    takesQuery: "page",
  },
  {
    name: "show",
    parameters: ["ID", "[FOLDER]"],
    summary: "Print one article.",
    description:
      "Prints the article with this id as text, in lines as wide as the terminal and 80 columns at most.",
    flags: [json, ...common],
  },
  {
    name: "related",
    parameters: ["ID", "[FOLDER]"],
    summary: "Print the articles that are about the same as one of them.",
    description:
      "Prints the articles that share with this one the words which tell it from all others, the nearest first, ten at most.",
    flags: [...formats, ...common],
  },
  {
    name: "timeline",
    parameters: ["[FOLDER]"],
    summary: "Print how many articles there are for each month.",
    description:
      "Prints months, or years, and the number of articles of each; those without articles are left out.",
    flags: [by, json, ...common],
    takesQuery: "filters",
  },
  {
    name: "stats",
    parameters: ["[FOLDER]"],
    summary: "Print what the archive holds.",
    description:
      "Prints how many articles there are by section, language, year and kind of front matter, which fields they have, what became of every file, and what is wrong.",
    flags: [json, ...common],
  },
  {
    name: "check",
    parameters: ["[FOLDER|FILE…]"],
    summary: "Print what is wrong in the articles' files.",
    description:
      "Prints the problems by kind, three of each with its line, and how to mend them. Notes are only counted. Several folders and files may be named; a file is read by itself.",
    flags: [all, json, ...common],
  },
];

/** The line of a command. */
export function commandLine(name: CommandName): CommandLine {
  const line = commandLines.find((each) => each.name === name);
  if (line === undefined) throw new Error(`The command ${name} is not in the table.`);
  return line;
}

/** Every flag of a command. The table of parameters is loaded only for commands that take queries. */
export async function allFlags({ flags, takesQuery }: CommandLine): Promise<readonly Flag[]> {
  if (takesQuery === undefined) return flags;
  const { pageFlags, queryFlags } = await import("./query-flags.ts");
  const asked = queryFlags.filter(({ name }) => takesQuery === "page" || !pageFlags.has(name));
  return [...asked, ...flags];
}
