import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readBaselines, readCollections } from "./collections.ts";
import { printMisspellings } from "./misspellings.ts";
import { printRanking } from "./ranking.ts";
import { printSegmentation } from "./segmentation.ts";

// `npm run eval [-- FOLDER]`: how well what is looked for is found, in collections with known answers. The folder
// holds `ir/` and perhaps `seg/`; no collection is part of this project.

const folder =
  process.argv[2] ??
  process.env["BROADSHEET_CORPORA"] ??
  join(import.meta.dirname, "../../../../shared/corpora");
if (!existsSync(join(folder, "ir"))) {
  console.error(`eval: there are no collections at ${folder}; name a folder that holds ir/.`);
  process.exit(2);
}
const collections = readCollections(join(folder, "ir"));
await printRanking(collections, readBaselines(join(folder, "ir")));
await printMisspellings(collections);

const segmented = join(folder, "seg");
if (existsSync(segmented)) {
  const names = readdirSync(segmented).filter((name) => name.endsWith(".ndjson"));
  await printSegmentation(segmented, names.toSorted());
}
