import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Timing } from "./search-timing.ts";

/** What a search library that keeps its index in memory took. */
export type PeerFindings = {
  readonly name: string;
  readonly timings: readonly Timing[];
  /** CPU milliseconds that putting all articles into it took. */
  readonly building: number;
  /** Megabytes: at most, and with the index alone. */
  readonly peak: number;
  readonly memory: number;
};

/**
 * The libraries: the package that each script in `peers` needs, and about how much memory an article takes
 * at most, in kilobytes, measured at 10,000.
 */
const peers = {
  minisearch: { package: "minisearch", kilobytes: 60 },
  flexsearch: { package: "flexsearch", kilobytes: 40 },
  orama: { package: "@orama/orama", kilobytes: 75 },
} as const;

/** Minutes of CPU that one may take for all of it. */
const patience = 20;

/** Asks each library that is installed and can hold so many articles, and says why others are left out. */
export function measurePeers(folder: string, articles: number): readonly PeerFindings[] {
  return Object.entries(peers).flatMap(([name, { package: needed, kilobytes }]) => {
    const leaveOut = (why: string): readonly PeerFindings[] => {
      console.log(`  ${name} is left out: ${why}`);
      return [];
    };
    const scripts = join(import.meta.dirname, "peers");
    if (!existsSync(join(scripts, "node_modules", needed)))
      return leaveOut("packages/core/bench/peers tells how to install it");
    const neededMb = (articles * kilobytes) / 1_024;
    const freeMb = process.availableMemory() / 2 ** 20;
    if (neededMb > freeMb)
      return leaveOut(
        `it takes about ${gigabytes(neededMb)}, of which ${gigabytes(freeMb)} are free`,
      );
    const heap = `--max-old-space-size=${512 + Math.ceil(neededMb)}`;
    const { stdout, stderr, status, signal } = spawnSync(
      "bash",
      [
        "-c",
        `ulimit -t ${patience * 60} && exec "$@"`,
        "bash",
        process.execPath,
        heap,
        join(scripts, `search-${name}.mjs`),
        folder,
      ],
      { encoding: "utf8" },
    );
    if (signal === "SIGXCPU" || signal === "SIGKILL")
      return leaveOut(`it was not done after ${patience} minutes of CPU`);
    if (status !== 0) return leaveOut(`it failed: ${stderr.trim().split("\n").at(-1)}`);
    return [{ name, ...(JSON.parse(stdout) as Omit<PeerFindings, "name">) }]; // -- printed by `measurePeer` there
  });
}

function gigabytes(megabytes: number): string {
  return `${(megabytes / 1_024).toFixed(0)} GB`;
}
