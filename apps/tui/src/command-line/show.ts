import { articleJson } from "@broadsheet/core";
import { cleanLine, type Archive, type ArchiveStatus } from "@broadsheet/core/view";
import { articleLines } from "../reading/article-lines.ts";
import { words } from "../words/words.ts";
import { exitCodes } from "./exit-codes.ts";
import { jsonText } from "./json-text.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";

/** Longest lines of an article that is printed. */
const maxColumns = 80;

/** Prints one article. */
export async function show(
  invocation: Invocation,
  id: string,
  archive: Archive,
  { timeZone }: ArchiveStatus,
  output: Output,
): Promise<number> {
  const found = await archive.get(id);
  if (found === undefined) {
    output.say(`broadsheet: ${words.noSuchArticle(cleanLine(id))}\n`);
    return exitCodes.negative.code;
  }
  if (flagValue(invocation, "--json") !== undefined) {
    await output.print(
      jsonText({
        data: [articleJson(found, { timeZone })],
        meta: { generation: found.generation },
      }),
    );
    return exitCodes.success.code;
  }
  const columns = Math.min(output.columns, maxColumns);
  const { rows } = articleLines(found.article, columns, { timeZone, nowMs: Date.now() });
  await output.print(rows.map((row) => `${output.theme.line(row)}\n`).join(""));
  return exitCodes.success.code;
}
