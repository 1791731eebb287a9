import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { limits, measureLimit } from "./limits.ts";
import { measureInOwnProcess } from "./own-process.ts";
import { printTable, shown } from "./table.ts";

/** What opening a folder of articles costs, without and with an index; the index stays in `cache`. */
export function measureOpening(folder: string, cache: string): void {
  const reading = wallOf("cat of every file", folder);
  const cold = measureInOwnProcess("opening-process.ts", "cold", folder, cache);
  printTable(
    ["opening without an index", "ms", "× limit"],
    [
      ["limit: cat of every file", shown(reading), ""],
      ["first page", shown(cold["firstPage"]), ""],
      ["everything searchable", ...beside(cold["settled"], reading)],
      ["CPU", ...beside(cold["cpu"], reading)],
      ["peak memory, MB", shown(cold["memory"]), ""],
    ],
  );

  measureInOwnProcess("opening-process.ts", "warm", folder, cache);
  const finding = wallOf("find -newer", folder);
  const warm = measureInOwnProcess("opening-process.ts", "warm", folder, cache);
  printTable(
    ["opening with an index that is up to date", "ms", "× limit"],
    [
      ["limit: find -newer", shown(finding), ""],
      ["first page", shown(warm["firstPage"]), ""],
      ["files checked", ...beside(warm["settled"], finding)],
      ["size of the index, MB", shown(sizeOf(cache)), ""],
      ["peak memory, MB", shown(warm["memory"]), ""],
    ],
  );
}

/** The shortest of three runs of a limit, in milliseconds. */
function wallOf(name: string, folder: string): number {
  const limit = limits.find((each) => each.name === name);
  if (limit === undefined) return NaN;
  return Math.min(...[1, 2, 3].map(() => measureLimit(limit, folder)["wall"] ?? NaN));
}

function beside(value = NaN, limit: number): readonly [string, string] {
  return [shown(value), (value / limit).toFixed(1)];
}

function sizeOf(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
}
