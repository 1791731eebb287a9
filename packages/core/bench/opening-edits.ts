import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "../src/source/read-settings.ts";
import { indexFile } from "../src/sqlite/index-file.ts";
import { isInstalled, measureLimit, type Limit } from "./limits.ts";
import { measureInOwnProcess } from "./own-process.ts";
import { printTable, shown } from "./table.ts";

const gitStatus: Limit = {
  name: "git status",
  program: "git",
  options: (articles) => ["-C", articles, "status", "--porcelain"],
};

/**
 * What it costs to follow changes, in a copy of a folder with a copy of its index, which is in `cache`: there
 * every file has another stamp than in the index, and says what it did.
 */
export function measureEdits(folder: string, cache: string): void {
  const home = mkdtempSync(join(tmpdir(), "broadsheet-bench-edits-"));
  try {
    const copy = join(home, "archive");
    spawnSync("cp", ["-r", folder, copy]);
    const ours = join(home, "cache");
    mkdirSync(ours);
    const { settings } = readSettings(folder);
    copyFileSync(indexFile(folder, settings, cache), indexFile(copy, settings, ours));
    const status = statusOf(copy);
    const found = measureInOwnProcess("opening-edits-process.ts", copy, ours);
    const { many = NaN, restamped = NaN } = found;
    const together = `${many.toLocaleString("en")} edits at once`;
    printTable(
      ["following changes of files", "ms", "target"],
      [
        ["limit: git status, CPU", status === undefined ? "no git" : shown(status), ""],
        ["all files are others and say the same, CPU", shown(found["restampAllCpu"]), ""],
        ["an edit is found, median", shown(found["edit"]), "100"],
        ["an edit is found, slowest", shown(found["slowestEdit"]), ""],
        [`${together}: all found after the last`, shown(found["allSeen"]), ""],
        [`${together}: a page meanwhile, median`, shown(found["wait"]), ""],
        [`${together}: a page meanwhile, longest`, shown(found["longestWait"]), ""],
        [
          `${together} of times alone, no new generation`,
          Number.isNaN(restamped) ? "a new one!" : shown(restamped),
          "",
        ],
      ],
    );
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** CPU milliseconds of `git status` in a folder that is made a repository; undefined without git. */
function statusOf(folder: string): number | undefined {
  if (!isInstalled("git")) return undefined;
  const git = (...options: readonly string[]): void => {
    spawnSync("git", ["-C", folder, ...options], { stdio: "ignore" });
  };
  git("init", "--quiet");
  git("add", "--all");
  const name = ["-c", "user.name=bench", "-c", "user.email=bench@gazette.example"];
  git(...name, "commit", "--quiet", "--message", "All articles");
  return Math.min(...[1, 2].map(() => measureLimit(gitStatus, folder)["cpu"] ?? NaN));
}
