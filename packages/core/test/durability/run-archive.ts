import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Seen } from "./archive-process.ts";

const program = join(import.meta.dirname, "archive-process.ts");

/** Somebody to whom files are closed as their permissions say; a super-user is refused nothing. */
export const nobody: number | undefined = process.getuid?.() === 0 ? 65_534 : undefined;

/** Whether programs can be run without rights: not where this checkout is in a folder that is closed to others. */
export const canRunWithoutRights: boolean =
  process.getuid !== undefined && (nobody === undefined || isOpenToAll(import.meta.dirname));

function isOpenToAll(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 1) === 1;
  return isOpen && (folder === dirname(folder) || isOpenToAll(dirname(folder)));
}

/** What another process has of an archive: with a limit for the size of its files, or as another user. */
export function runArchive(
  folder: string,
  cache: string,
  options: { readonly blocks?: number; readonly user?: number } = {},
): Seen {
  const user = options.user === undefined ? [] : [String(options.user)];
  const command = [process.execPath, program, folder, cache, ...user];
  const limited = ["sh", "-c", `ulimit -f ${options.blocks ?? "unlimited"}; exec "$@"`, "sh"];
  const [file = "", ...rest] = [...limited, ...command];
  const { stdout, stderr } = spawnSync(file, rest, { encoding: "utf8", input: "" });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout) as Seen;
}

/** The index in a cache folder. */
export function indexIn(cache: string): string {
  const [name = ""] = readdirSync(cache).filter((each) => each.endsWith(".sqlite"));
  return join(cache, name);
}

/** Files of so many articles, `a0.md` and so on, whose words are their own: some 8 KB of index each. */
export function manyArticles(count: number, first = 0): { readonly [path: string]: string } {
  const article = (number: number): string =>
    `# Article ${number}\n\n${Array.from({ length: 300 }, (_, word) => `w${number}x${word}`).join(" ")}\n`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      `a${first + number}.md`,
      article(first + number),
    ]),
  );
}

/** A notice: what is so, what follows, and perhaps what to do, in one sentence. */
export const oneSentence = /^[A-Z][^.;]+, so [^.;]+(?:; [^;]+)?\.$/;
