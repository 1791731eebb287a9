import { buildScript } from "./build-script.ts";
import { isInstalled, limits, measureLimit } from "./limits.ts";
import { measureInOwnProcess, type Measurement } from "./own-process.ts";
import { peers } from "./peers.ts";
import { printTable, shown } from "./table.ts";

/** How far each process reads: everything before its stage, and the stage itself. */
const stages = {
  start: "Node and our modules, nothing read",
  list: "+ list, with size and times",
  read: "+ read, decode and clean",
  "front-matter": "+ front matter",
  blocks: "+ blocks of the body",
  text: "+ plain text",
  article: "+ whole article: model, language, words",
};

const rounds = 3;

type Row = { readonly name: string; readonly measure: () => Measurement; least?: Measurement };

/** What reading a folder of articles costs, stage by stage, beside programs that do less or as much. */
export async function measureReading(folder: string): Promise<void> {
  const script = await buildScript("reading-process.ts");
  const installed = limits.filter(({ program }) => isInstalled(program));
  const limitRows = installed.map((limit): Row => ({
    name: `limit: ${limit.name}`,
    measure: () => measureLimit(limit, folder),
  }));
  const peerRows = peers.map((peer): Row => ({
    name: `peer: ${peer.name}, front matter and bodies`,
    measure: () => measureLimit(peer, folder),
  }));
  const stageRows = Object.entries(stages).map(([stage, name]): Row => ({
    name,
    measure: () => measureInOwnProcess(script, stage, folder),
  }));
  const rows = [...limitRows, ...peerRows, ...stageRows];
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) row.least = lesser(row.measure(), row.least);
  }
  const count = stageRows.at(-1)?.least?.["files"] ?? 0;
  const cat = limitRows[0]?.least?.["cpu"] ?? NaN;
  let before: Measurement = {};
  printTable(
    [
      `reading, least of ${rounds}`,
      "CPU ms",
      "wall ms",
      "files/s a core",
      "µs a file",
      "peak MB",
      "× cat",
    ],
    rows.map(({ name, least = {} }) => {
      const { cpu = NaN, wall = NaN, memory = NaN, files } = least;
      // The cost of a stage alone is what the stage before did not take.
      const added = files === 0 ? NaN : ((cpu - (before["cpu"] ?? 0)) * 1_000) / count;
      before = files === undefined ? before : least;
      const rate = files === 0 ? NaN : (count / cpu) * 1_000;
      const numbers = [cpu, wall, rate, added, memory];
      return [name, ...numbers.map((number) => shown(number)), (cpu / cat).toFixed(1)];
    }),
  );
  for (const { name, program } of limits) {
    if (!isInstalled(program))
      console.log(`  limit: ${name} is left out: ${program} is not installed`);
  }
  if (peers.length === 0)
    console.log("  peers are left out: packages/core/bench/peers tells how to install them");
}

/** The lesser of each number: whatever disturbs a run makes it longer. */
function lesser(one: Measurement, other: Measurement = one): Measurement {
  return Object.fromEntries(
    Object.entries(one).map(([name, value]) => [name, Math.min(value, other[name] ?? value)]),
  );
}
