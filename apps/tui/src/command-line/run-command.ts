import { BroadsheetError, cleanLine, FolderError, type Archive } from "@broadsheet/core";
import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { check, type Checked } from "./check.ts";
import { exitCodes } from "./exit-codes.ts";
import { list } from "./list.ts";
import { openSettled } from "./open-settled.ts";
import { standardOutput } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";
import { show } from "./show.ts";
import { stats } from "./stats.ts";
import { commandMeant } from "./usage-errors.ts";

/** Runs a command that prints and ends; resolves with the exit code. */
export async function runCommand(invocation: Invocation, defaultFolder: string): Promise<number> {
  const output = standardOutput(process);
  const cacheDir = flagValue(invocation, "--cache");
  const [first, second] = invocation.words;
  const opened: Archive[] = [];
  const open = async (folder: string = defaultFolder) => {
    const settled = await openSettled(folder, cacheDir, process.stderr);
    opened.push(settled.archive);
    for (const notice of settled.status.notices) output.say(`broadsheet: ${cleanLine(notice)}\n`);
    return settled;
  };

  try {
    switch (invocation.command) {
      case "read":
      case "list": {
        const { archive, status } = await open(first);
        return await list(invocation, undefined, archive, status, output);
      }
      case "search": {
        const { archive, status } = await open(second);
        return await list(invocation, first ?? "", archive, status, output);
      }
      case "show": {
        const { archive, status } = await open(second);
        return await show(invocation, first ?? "", archive, status, output);
      }
      case "stats": {
        const { archive, status } = await open(first);
        return await stats(invocation, archive, status, output);
      }
      case "check": {
        const checked: Checked[] = [];
        for (const [folder, names] of byFolder(invocation.words, defaultFolder)) {
          const { archive, status } = await open(folder);
          checked.push({
            archive,
            folder: status.folder,
            ...(names.length > 0 && { paths: names }),
          });
        }
        return await check(invocation, checked, output);
      }
    }
  } finally {
    await Promise.all(opened.map((archive) => archive.close()));
  }
}

/** Folders to be checked; files are checked in the folder they are in. */
function byFolder(
  paths: readonly string[],
  defaultFolder: string,
): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths.length > 0 ? paths : [defaultFolder]) {
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    const folder = isFile ? dirname(path) : path;
    const names = folders.get(folder) ?? [];
    folders.set(folder, isFile ? [...names, basename(path)] : names);
  }
  return folders;
}

/** Says why nothing could be done; gives the exit code. Anything unforeseen is thrown on. */
export function explain(error: unknown, { command }: Invocation): number {
  if (!(error instanceof BroadsheetError)) throw error;
  const isMissing = error instanceof FolderError && error.code === "folder-not-found";
  const meant = isMissing && command === "read" ? commandMeant(basename(error.folder)) : undefined;
  const hint = meant === undefined ? "" : ` Did you mean broadsheet ${meant}?`;
  process.stderr.write(`broadsheet: ${cleanLine(error.message)}${hint}\n`);
  return exitCodes.unopened.code;
}
