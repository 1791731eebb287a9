import { parseArgs } from "node:util";
import { torture } from "./torture.ts";

// `npm run torture [-- --seed NUMBER] [--kills NUMBER] [--articles NUMBER]`: kills a process that keeps an
// archive in step.

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    kills: { type: "string", default: "500" },
    articles: { type: "string", default: "0" },
  },
});
const [seed = 0, kills = 0, articles = 0] = [values.seed, values.kills, values.articles].map(
  Number,
);
if (![seed, kills, articles].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error("torture: --seed, --kills and --articles are whole numbers.");
  process.exit(2);
}
console.log(`torture: seed ${seed}, ${kills} kills`);
const { during, promises, faults } = await torture(kills, seed, { articles, say: console.log });
for (const fault of faults) console.log(fault);
const works = Object.entries(during).map(([work, times]) => `${times} during ${work}`);
console.log(
  `torture: ${kills} kills (${works.join(", ")}), ${promises} promises, ${faults.length === 0 ? "all kept" : `${faults.length} faults`}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
