import { buildScript } from "./build-script.ts";
import { measureInOwnProcess } from "./own-process.ts";
import { printTable, shown } from "./table.ts";

const ways = {
  automerge: "merged by FTS5 in the middle of a change, as is its default",
  idle: "merged between changes, when there is nothing else to do",
};

/** What it costs to put one changed file into the index of a folder, which is in `cache` and stays as it is. */
export async function measureKeeping(folder: string, cache: string): Promise<void> {
  // Makes the index, where it is not there yet.
  measureInOwnProcess("opening-process.ts", "warm", folder, cache);
  const script = await buildScript("keeping-process.ts");
  printTable(
    ["one changed file, ms", "p50", "p99", "longest", "CPU p50", "CPU p99", "longest merge"],
    Object.entries(ways).map(([way, name]) => {
      const found = measureInOwnProcess(script, way, folder, cache);
      const { p50, p99, longest, cpu50, cpu99, longestStep } = found;
      const numbers = [p50, p99, longest, cpu50, cpu99, longestStep];
      return [name, ...numbers.map((number) => shown(number))];
    }),
  );
}
