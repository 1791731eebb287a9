import { BroadsheetError, cleanLine, FolderError, type Archive } from "@broadsheet/core/view";
import { basename } from "node:path";
import { check } from "./check.ts";
import { checkedProblems, type OpenFolder } from "./checked-problems.ts";
import { exitCodes } from "./exit-codes.ts";
import { list } from "./list.ts";
import { openSettled } from "./open-settled.ts";
import { standardOutput } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";
import { related } from "./related.ts";
import { show } from "./show.ts";
import { stats } from "./stats.ts";
import { timeline } from "./timeline.ts";
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
    return { ...settled, folder };
  };

  try {
    switch (invocation.command) {
      case "read":
      case "list":
        return await list(invocation, undefined, await open(first), output);
      case "search":
        return await list(invocation, first ?? "", await open(second), output);
      case "show": {
        const { archive, status } = await open(second);
        return await show(invocation, first ?? "", archive, status, output);
      }
      case "related":
        return await related(invocation, first ?? "", await open(second), output);
      case "timeline": {
        const { archive, status } = await open(first);
        return await timeline(invocation, archive, status, output);
      }
      case "stats": {
        const { archive, status } = await open(first);
        return await stats(invocation, archive, status, output);
      }
      case "check": {
        const openFolder: OpenFolder = async (folder) => {
          const { archive, status } = await open(folder);
          return { archive, folder: status.folder };
        };
        const problems = checkedProblems(invocation.words, defaultFolder, openFolder);
        return await check(invocation, problems, output);
      }
    }
  } finally {
    await Promise.all(opened.map((archive) => archive.close()));
  }
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
