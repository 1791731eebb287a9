import { parseArgs } from "node:util";
import { torture } from "./torture.ts";

// `npm run torture [-- --seed NUMBER] [--kills NUMBER]`: kills a process that keeps an archive in step.

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    kills: { type: "string", default: "500" },
  },
});
const [seed = 0, kills = 0] = [values.seed, values.kills].map(Number);
if (![seed, kills].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error("torture: --seed and --kills are whole numbers.");
  process.exit(2);
}
console.log(`torture: seed ${seed}, ${kills} kills`);
const { promises, faults } = await torture(kills, seed, console.log);
for (const fault of faults) console.log(fault);
console.log(
  `torture: ${kills} kills, ${promises} promises, ${faults.length === 0 ? "all kept" : `${faults.length} faults`}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
