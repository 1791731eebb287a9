import { articleSummaryJson, cleanLine, everything } from "@broadsheet/core/view";
import { words } from "../words/words.ts";
import { exitCodes } from "./exit-codes.ts";
import { hitText } from "./hit-text.ts";
import { jsonText } from "./json-text.ts";
import type { Opened } from "./list.ts";
import { formatProblem, listFormat } from "./list-formats.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";

/** Articles that are printed. */
const limit = 10;

/** Prints the articles that are about the same as one of them, the nearest first. */
export async function related(
  invocation: Invocation,
  id: string,
  { archive, status, folder }: Opened,
  output: Output,
): Promise<number> {
  const clash = formatProblem(invocation);
  if (clash !== undefined) {
    output.say(`broadsheet: ${clash}\n`);
    return exitCodes.usage.code;
  }
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
  const format = listFormat(invocation, folder);
  if (format !== undefined && format.head !== "") await output.print(format.head);
  for (const article of articles) {
    const hit = { article, headline: { text: article.headline, highlights: [] }, cursor: "" };
    await output.print(format?.article(hit, status) ?? hitText(hit, status, output));
  }
  if (articles.length === 0) output.say(`${words.noArticles}\n`);
  return exitCodes.success.code;
}
