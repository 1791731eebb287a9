import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isInstalled, limits, measureLimit } from "./limits.ts";
import { measureInOwnProcess, type Measurement } from "./own-process.ts";
import { searchClasses } from "./search-classes.ts";
import { printTable, shown } from "./table.ts";

/** Search libraries that keep their index in memory, by the package that each script in `peers` needs. */
const peers: Readonly<Record<string, string>> = {
  minisearch: "minisearch",
  flexsearch: "flexsearch",
  orama: "@orama/orama",
};

/** What searching a folder of articles costs, with its index in `cache`, beside others on the same articles. */
export function measureSearching(folder: string, cache: string): void {
  const isBuilt = readdirSync(cache).length > 0;
  const building = isBuilt
    ? undefined
    : measureInOwnProcess("opening-process.ts", "warm", folder, cache);
  const ours = measureInOwnProcess("searching-process.ts", folder, cache);
  const others = Object.entries(peers).flatMap(([script, name]): [string, Measurement][] => {
    const measured = measurePeer(script, name, folder);
    return measured === undefined ? [] : [[script, measured]];
  });
  const names = [
    ...searchClasses.map(({ name }) => name),
    "suggested words",
    "related articles",
  ].flatMap((name) => [`${name}, p50`, `${name}, p99`]);
  const row = (name: string, key: string, us?: Measurement): string[] => [
    name,
    shown(us?.[key]),
    ...others.map(([, measured]) => shown(measured[key])),
  ];
  printTable(
    [
      "searching: 20 hits with total, every second time with facets; ms",
      "ours",
      ...others.map(([name]) => name),
    ],
    [
      ...names.map((name) => row(name, name, ours)),
      ["size of the index, MB", shown(sizeOf(cache)), ...others.map(() => "in memory")],
      row("peak memory, MB", "memory", ours),
      row(
        "building the index, CPU ms",
        "building",
        building && { building: building["cpu"] ?? NaN },
      ),
      row("peak memory while building, MB", "memory", building),
    ],
  );
  const rg = limits.find(({ program }) => program === "rg");
  if (rg !== undefined && isInstalled("rg")) {
    printTable(["limit", "ms"], [[rg.name, shown(measureLimit(rg, folder)["wall"])]]);
  }
}

/** Undefined where a peer is not installed (`peers/README.md`), or fails, as for lack of memory. */
function measurePeer(script: string, name: string, folder: string): Measurement | undefined {
  const peerFolder = join(import.meta.dirname, "peers");
  if (!existsSync(join(peerFolder, "node_modules", name))) return undefined;
  const options = [join(peerFolder, `search-${script}.mjs`), folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  if (status === 0) return JSON.parse(stdout) as Measurement; // -- printed by `measurePeer` there
  console.error(`bench: ${script} failed: ${stderr.trim().split("\n").at(-1)}`);
  return undefined;
}

function sizeOf(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
}
