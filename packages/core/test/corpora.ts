import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where real articles and the suites of other projects lie; not a part of this project. */
const corpora =
  process.env["BROADSHEET_CORPORA"] ?? join(import.meta.dirname, "../../../../shared/corpora");

/** A folder or file among the corpora; undefined, with a sentence printed, where they are not on this machine. */
export function corpus(path: string): string | undefined {
  const full = join(corpora, path);
  if (existsSync(full)) return full;
  console.warn(`${path} is not at ${corpora}; set BROADSHEET_CORPORA to test against it.`);
  return undefined;
}
