import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { limits, measureLimit } from "./limits.ts";
import { measureEdits } from "./opening-edits.ts";
import { measureInOwnProcess } from "./own-process.ts";
import { printTable, shown } from "./table.ts";

/** What opening a folder of articles costs, without and with an index; the index stays in `cache`. */
export function measureOpening(folder: string, cache: string): void {
  const reading = bestOf("cat of every file", folder, "wall");
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

  // The first makes the index, where it is not there yet; the second looks at files that nobody has changed.
  for (let round = 0; round < 2; round++)
    measureInOwnProcess("opening-process.ts", "warm", folder, cache);
  const finding = bestOf("find -newer", folder, "cpu");
  const warm = measureInOwnProcess("opening-process.ts", "warm", folder, cache);
  printTable(
    ["opening with an index that is up to date", "ms", "× limit", "target"],
    [
      ["limit: find -newer, CPU", shown(finding), "", ""],
      ["first page, in process", shown(warm["inProcess"]), "", "50"],
      ["first page, in process, CPU", shown(warm["inProcessCpu"]), "", ""],
      ["first page, with process start", shown(warm["firstPage"]), "", ""],
      ["files checked behind it, CPU", ...beside(warm["checking"], finding), "2 ×"],
      ["files checked, with process start", shown(warm["settled"]), "", ""],
      ["size of the index, MB", shown(sizeOf(cache)), "", ""],
      ["peak memory, MB", shown(warm["memory"]), "", ""],
    ],
  );
  measureEdits(folder, cache);
}

/** The shortest of three runs of a limit, in milliseconds. */
function bestOf(name: string, folder: string, what: "wall" | "cpu"): number {
  const limit = limits.find((each) => each.name === name);
  if (limit === undefined) return NaN;
  return Math.min(...[1, 2, 3].map(() => measureLimit(limit, folder)[what] ?? NaN));
}

function beside(value = NaN, limit: number): readonly [string, string] {
  return [shown(value), (value / limit).toFixed(1)];
}

function sizeOf(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
}
