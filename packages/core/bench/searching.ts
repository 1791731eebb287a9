import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isInstalled, limits, measureLimit, type Limit } from "./limits.ts";
import { measureInOwnProcess, runInOwnProcess, type Measurement } from "./own-process.ts";
import { targetMs } from "./search-classes.ts";
import { measurePeers, type PeerFindings } from "./search-peers.ts";
import { measureStart } from "./search-start.ts";
import type { Timing } from "./search-timing.ts";
import { beside, printTable, shown } from "./table.ts";

const grep: Limit = {
  name: "grep -rl",
  program: "grep",
  options: (articles) => ["-rlF", "bridge", articles],
};

/** What searching a folder of articles costs, with its index in `cache`, beside others on the same articles. */
export function measureSearching(folder: string, cache: string, articles: number): void {
  const building =
    readdirSync(cache).length > 0
      ? undefined
      : measureInOwnProcess("opening-process.ts", "warm", folder, cache);
  const timings = runInOwnProcess("searching-process.ts", folder, cache) as readonly Timing[];
  printTable(
    [
      "searching: 20 hits and their exact total; ms",
      "found",
      "p50",
      "p99",
      "CPU",
      "target",
      "p50 ÷ it",
    ],
    timings.map(({ name, found, p50, p99, cpu, target }) => {
      const most = target && targetMs(target, articles);
      const numbers = [found ?? NaN, p50, p99, cpu];
      return [name, ...numbers.map(shown), ...beside(p50, most)];
    }),
  );
  measureStart(folder, cache, articles);
  printTable(
    ["the index", ""],
    [
      ["size, MB", shown(sizeOf(cache))],
      ...(building === undefined ? [["built before"]] : buildingRows(building)),
    ],
  );
  printPeers(measurePeers(folder, articles), timings, building);
  printGrep(folder);
}

function buildingRows(building: Measurement): readonly string[][] {
  return [
    ["built in, s", shown((building["settled"] ?? NaN) / 1_000)],
    ["CPU of building, s", shown((building["cpu"] ?? NaN) / 1_000)],
    ["peak memory of building, MB", shown(building["memory"])],
  ];
}

/** The same searches by others, in tables of one figure each. */
function printPeers(
  peers: readonly PeerFindings[],
  timings: readonly Timing[],
  building: Measurement | undefined,
): void {
  if (peers.length === 0) return;
  const shared = timings.filter(({ name }) =>
    peers.some((peer) => peer.timings.some((timing) => timing.name === name)),
  );
  const figures = { p50: "p50, ms", cpu: "CPU, ms", found: "articles found" } as const;
  for (const figure of ["p50", "cpu", "found"] as const) {
    const cell = (name: string, of: readonly Timing[]): string =>
      shown(of.find((timing) => timing.name === name)?.[figure] ?? NaN);
    printTable(
      [`beside libraries in memory: ${figures[figure]}`, "ours", ...peers.map(({ name }) => name)],
      shared.map(({ name }) => [
        name,
        ...[timings, ...peers.map((peer) => peer.timings)].map((of) => cell(name, of)),
      ]),
    );
  }
  const seconds = (ms = NaN): string => shown(ms / 1_000);
  printTable(
    ["their index, made again at every start", "ours", ...peers.map(({ name }) => name)],
    [
      [
        "CPU of building, s",
        seconds(building?.["cpu"]),
        ...peers.map((peer) => seconds(peer.building)),
      ],
      [
        "peak memory of building, MB",
        shown(building?.["memory"]),
        ...peers.map(({ peak }) => shown(peak)),
      ],
      ["memory while searching, MB", "", ...peers.map(({ memory }) => shown(memory))],
    ],
  );
}

/** What looking through all files takes, without an index. */
function printGrep(folder: string): void {
  const rg = limits.filter(({ program }) => program === "rg" && isInstalled(program));
  if (rg.length === 0) console.log("  rg is left out: it is not installed");
  printTable(
    ["limit: one word in all files", "wall ms", "CPU ms"],
    [...rg, grep].map((limit) => {
      const { wall, cpu } = measureLimit(limit, folder);
      return [limit.name, shown(wall), shown(cpu)];
    }),
  );
}

function sizeOf(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
}
