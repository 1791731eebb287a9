import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const core = join(import.meta.dirname, "..");
const types = join(core, "../../node_modules/@types");

/** Lets the programs in a folder import this package as it is built, and the types of Node. */
export function linkPackages(folder: string): void {
  mkdirSync(join(folder, "node_modules/@broadsheet"), { recursive: true });
  symlinkSync(core, join(folder, "node_modules/@broadsheet/core"));
  symlinkSync(types, join(folder, "node_modules/@types"));
}
