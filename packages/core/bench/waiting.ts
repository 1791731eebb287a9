import type { Longest } from "./longest-task.ts";
import { runInOwnProcess } from "./own-process.ts";
import { beside, printTable, shown } from "./table.ts";

/** Milliseconds that the thread of a user interface may be kept from its keys. */
const longestTarget = 8;

/** How long the thread that shows a folder of articles waits while its index is made, asked and changed. */
export function measureWaiting(folder: string): void {
  const found = runInOwnProcess("waiting-process.ts", folder) as {
    readonly [stretch: string]: Longest;
  };
  printTable(
    ["longest task of the thread that shows an archive; ms", "CPU", "wall", "target", "CPU ÷ it"],
    Object.entries(found).map(([stretch, { cpu, wall }]) => [
      stretch,
      shown(cpu),
      shown(wall),
      ...beside(cpu, longestTarget),
    ]),
  );
}
