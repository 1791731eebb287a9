import { measureInOwnProcess } from "./own-process.ts";
import { printTable, shown } from "./table.ts";

/** What searching a folder of articles costs whose index is in `cache`. */
export function measureSearching(folder: string, cache: string): void {
  const {
    wall: _,
    cpu: __,
    memory,
    ...times
  } = measureInOwnProcess("searching-process.ts", folder, cache);
  printTable(
    ["searching: 20 hits with exact total, every second time with facets", "ms"],
    [
      ...Object.entries(times).map(([name, time]) => [name, shown(time)]),
      ["peak memory, MB", shown(memory)],
    ],
  );
}
