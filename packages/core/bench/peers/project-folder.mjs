import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A project with the files that `filesIn` names for it, where the installed peers are found, and which is gone when the process
 * ends: below their `node_modules`, since a configuration imports the program that reads it.
 */
export function projectFolder(filesIn) {
  const folder = mkdtempSync(join(import.meta.dirname, "node_modules", ".project-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(filesIn(folder))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
