import { parseArgs } from "node:util";
import { cleanLine, didYouMean } from "@broadsheet/core";
import { environmentName, flags } from "./flags.ts";
import { logged, type Logged } from "./log.ts";

/** What the server is to do. */
export type Settings = {
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  /** Host names to answer to beside those of this machine. */
  readonly allowedHosts: readonly string[];
  /** Absent: the user's cache folder. */
  readonly cacheDir?: string;
  /** Where the world finds the archive. Absent: where its settings say, or each request was sent to. */
  readonly baseUrl?: string;
  /** Origins whose pages may read the answers; `*` for all. */
  readonly cors: readonly string[];
  /** What is written about the work. */
  readonly log: Logged;
  readonly fullText: boolean;
  readonly remoteImages: boolean;
  readonly raw: boolean;
  readonly drafts: boolean;
  readonly future: boolean;
};

/** What a command line asks for, or one sentence on what is wrong with it. */
export type Command =
  | { readonly type: "serve"; readonly settings: Settings }
  | { readonly type: "help" }
  | { readonly type: "version" }
  | { readonly type: "mistake"; readonly sentence: string };

type FlagName = (typeof flags)[number]["name"];

/** A mistake in flags or variables; its message is the sentence. */
class Mistake extends Error {}

/** Reads flags and environment variables; a flag holds over its variable. Never throws. */
export function parseCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  try {
    return readCommand(args, environment);
  } catch (error) {
    if (error instanceof Mistake) return { type: "mistake", sentence: error.message };
    throw error;
  }
}

function readCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const { given, folders } = readFlags(args);
  if (given.has("help")) return { type: "help" };
  if (given.has("version")) return { type: "version" };
  if (folders.length > 1)
    throw new Mistake(`One folder is served, but ${folders.length} are given.`);

  const text = (name: FlagName): string | undefined =>
    given.get(name) ?? (environment[environmentName(name)] || undefined);
  const isOn = (name: FlagName): boolean =>
    given.has(name) || readSwitch(environmentName(name), environment);
  const cacheDir = text("cache");
  const baseUrl = text("base-url");
  return {
    type: "serve",
    settings: {
      folder: folders[0] ?? (environment["BROADSHEET_FOLDER"] || "."),
      port: readPort(text("port") ?? "8787"),
      host: text("host") ?? "127.0.0.1",
      allowedHosts: (text("allow-host") ?? "")
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
      ...(cacheDir === undefined ? {} : { cacheDir }),
      ...(baseUrl === undefined ? {} : { baseUrl: readBaseUrl(baseUrl) }),
      cors: (text("cors") ?? "")
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean)
        .map((origin) => (origin === "*" ? "*" : readOrigin("cors", origin))),
      log: readLogged(text("log") ?? "requests"),
      fullText: isOn("full-text"),
      remoteImages: isOn("remote-images"),
      raw: isOn("raw"),
      drafts: isOn("drafts"),
      future: isOn("future"),
    },
  };
}

function readFlags(args: readonly string[]): {
  readonly given: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
} {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      flags.map((flag) => [flag.name, { type: "value" in flag ? "string" : "boolean" }] as const),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string>();
  const folders: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") folders.push(token.value);
    if (token.kind !== "option") continue;
    const flag = flags.find((each) => each.name === token.name);
    if (flag === undefined) throw new Mistake(unknownFlag(token.rawName));
    const takesValue = "value" in flag;
    if (takesValue && !token.value)
      throw new Mistake(`--${flag.name} needs a value: --${flag.name} ${flag.value}.`);
    if (!takesValue && token.value !== undefined)
      throw new Mistake(`--${flag.name} takes no value.`);
    if (given.has(flag.name)) throw new Mistake(`--${flag.name} is given more than once.`);
    given.set(flag.name, token.value ?? "");
  }
  return { given, folders };
}

function unknownFlag(name: string): string {
  const near = didYouMean(
    name.replace(/^-+/, ""),
    flags.map((flag) => flag.name),
  );
  return `There is no flag ${cleanLine(name)}. ${near === undefined ? "--help lists them all." : `Did you mean --${near}?`}`;
}

/** An address that others begin with: without a slash at its end. */
function readBaseUrl(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isBase = url !== undefined && /^https?:\/\/[^?#@\\\s]+$/.test(written);
  if (isBase) return url.href.replace(/\/+$/, "");
  throw new Mistake(
    `--base-url takes an address of the web, such as https://news.example, not “${cleanLine(written)}”.`,
  );
}

/** Scheme and host, as browsers write an origin. */
function readOrigin(name: FlagName, written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isOrigin = url !== undefined && /^https?:\/\/[^/]+\/?$/.test(written);
  if (isOrigin) return url.origin;
  throw new Mistake(
    `--${name} takes a scheme and a host, such as https://news.example, not “${cleanLine(written)}”.`,
  );
}

function readLogged(text: string): Logged {
  const what = logged.find((each) => each === text.toLowerCase());
  if (what !== undefined) return what;
  throw new Mistake(`--log takes ${logged.join(", ")}, not “${cleanLine(text)}”.`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Mistake(`The port must be a whole number from 0 to 65535, not “${cleanLine(text)}”.`);
}

function readSwitch(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const text = environment[name] ?? "";
  if (["1", "true", "yes", "on"].includes(text.toLowerCase())) return true;
  if (["", "0", "false", "no", "off"].includes(text.toLowerCase())) return false;
  throw new Mistake(`${name} must be 1 or 0, not “${cleanLine(text)}”.`);
}
