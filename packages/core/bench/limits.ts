import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Measurement } from "./own-process.ts";

/** A program that others wrote, which shows how far reading can go. */
export type Limit = {
  readonly name: string;
  readonly program: string;
  /** `site` is an empty folder whose settings name the articles. */
  readonly options: (articles: string, site: string) => readonly string[];
};

export const limits: readonly Limit[] = [
  {
    name: "cat of every file",
    program: "find",
    options: (articles) => [articles, "-type", "f", "-exec", "cat", "{}", "+"],
  },
  {
    name: "find -newer",
    program: "find",
    options: (articles) => [articles, "-type", "f", "-newer", articles],
  },
  {
    name: "rg -c",
    program: "rg",
    options: (articles) => ["--no-config", "--count", "bridge", articles],
  },
  {
    name: "hugo list all",
    program: "hugo",
    options: (_, site) => ["list", "all", "--source", site],
  },
];

/** Whether a program is on this machine. */
export function isInstalled(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/** What a program takes for a folder of articles. Its output goes nowhere. */
export function measureLimit({ program, options }: Limit, articles: string): Measurement {
  const site = mkdtempSync(join(tmpdir(), "broadsheet-bench-site-"));
  try {
    writeFileSync(join(site, "hugo.toml"), `contentDir = ${JSON.stringify(articles)}\n`);
    const begun = performance.now();
    // Only a shell tells what its children took; Bash does so in milliseconds.
    const script = '"$@" >/dev/null; status=$?; times; exit $status';
    const { stdout, stderr, status } = spawnSync(
      "bash",
      ["-c", script, "bash", program, ...options(articles, site)],
      { encoding: "utf8" },
    );
    const wall = performance.now() - begun;
    if (status !== 0) throw new Error(`bench: ${program} failed: ${stderr}`);
    return { wall, cpu: childrenMs(stdout) };
  } finally {
    rmSync(site, { recursive: true });
  }
}

/** The second line of `times` is `0m0.160000s 0m0.060000s`: user and system time of the children. */
function childrenMs(times: string): number {
  const [, children = ""] = times.trim().split("\n");
  const spans = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return spans.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1_000,
    0,
  );
}
