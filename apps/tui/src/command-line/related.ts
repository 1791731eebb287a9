import {
  articleSummaryJson,
  cleanLine,
  everything,
  type Archive,
  type ArchiveStatus,
} from "@broadsheet/core/view";
import { words } from "../words/words.ts";
import { exitCodes } from "./exit-codes.ts";
import { hitText } from "./hit-text.ts";
import { jsonText } from "./json-text.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";

/** Articles that are printed. */
const limit = 10;

/** Prints the articles that are about the same as one of them, the nearest first. */
export async function related(
  invocation: Invocation,
  id: string,
  archive: Archive,
  status: ArchiveStatus,
  output: Output,
): Promise<number> {
  const found = await archive.get(id);
  if (found === undefined) {
    output.say(`broadsheet: ${words.noSuchArticle(cleanLine(id))}\n`);
    return exitCodes.negative.code;
  }
  const among = { ...everything, drafts: true };
  const { articles } = await archive.related(id, { limit, among });
  if (flagValue(invocation, "--json") !== undefined) {
    const data = articles.map((article) => articleSummaryJson(article, status));
    await output.print(jsonText({ data, meta: { generation: found.generation } }));
    return exitCodes.success.code;
  }
  for (const article of articles) {
    const headline = { text: article.headline, highlights: [] };
    await output.print(hitText({ article, headline, cursor: "" }, status, output));
  }
  if (articles.length === 0) output.say(`${words.noArticles}\n`);
  return exitCodes.success.code;
}
