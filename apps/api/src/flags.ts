/** A flag of the command, which is an environment variable too. */
export type Flag = {
  readonly name: string;
  /** What stands after it. Absent for a flag that is only there or not. */
  readonly value?: string;
  readonly description: string;
};

/** Every flag. Help, reading of flags and reading of the environment are made from this table. */
export const flags = [
  {
    name: "port",
    value: "PORT",
    description: "the port to listen on; 0 takes any that is free (default 8787)",
  },
  {
    name: "host",
    value: "HOST",
    description: "the address to listen on (default 127.0.0.1: this machine only)",
  },
  {
    name: "allow-host",
    value: "NAMES",
    description: "more host names to answer to, joined by commas: what a proxy passes on",
  },
  {
    name: "cache",
    value: "DIR",
    description: "where the index is kept (default: the user's cache folder)",
  },
  {
    name: "base-url",
    value: "URL",
    description: "where the world finds it, such as https://news.example (default: its setting)",
  },
  {
    name: "cors",
    value: "ORIGINS",
    description: "origins whose pages may read the answers, joined by commas; * for all",
  },
  {
    name: "log",
    value: "WHAT",
    description: "the lines on standard error: requests (default), errors or off",
  },
  { name: "full-text", description: "feeds hold articles whole, not excerpts" },
  {
    name: "remote-images",
    description: "pages show pictures that are elsewhere, not links to them",
  },
  { name: "raw", description: "give the files of articles as they are to who asks for them" },
  { name: "drafts", description: "serve drafts too" },
  { name: "future", description: "serve articles dated later than now too" },
  { name: "help", description: "show this and end" },
  { name: "version", description: "show the version and end" },
] as const satisfies readonly Flag[];

/** The environment variable that stands for a flag: `BROADSHEET_ALLOW_HOST`. */
export function environmentName(flag: string): string {
  return `BROADSHEET_${flag.toUpperCase().replaceAll("-", "_")}`;
}

/** How the command ends. */
export const exitCodes = {
  done: 0,
  failed: 1,
  misused: 2,
  noArchive: 3,
  noAddress: 4,
} as const;

/** What `--help` prints. */
export function helpText(): string {
  const rows = flags.map((flag) => [
    "value" in flag ? `--${flag.name} ${flag.value}` : `--${flag.name}`,
    flag.description,
  ]);
  const width = Math.max(...rows.map(([left = ""]) => left.length));
  return `Usage: broadsheet-api [FOLDER] [flags]

Serves a folder of news articles over HTTP. FOLDER is where they are; without it, the
folder that BROADSHEET_FOLDER names, or the current one.

${rows.map(([left = "", right = ""]) => `  ${left.padEnd(width)}  ${right}`).join("\n")}

Each flag is an environment variable too: ${environmentName("port")}, ${environmentName("allow-host")},
${environmentName("drafts")}=1. A flag holds over its variable.

The address is printed on standard output, and one line for each request and error on
standard error (--log). SIGTERM and SIGINT (Ctrl-C) end the server when the answers under
way are given, after 5 seconds at most.

Exit codes: ${exitCodes.done} ended as asked, ${exitCodes.failed} unexpected failure, ${exitCodes.misused} mistake in flags or variables,
${exitCodes.noArchive} the folder or its index cannot be opened, ${exitCodes.noAddress} cannot listen there.
`;
}
