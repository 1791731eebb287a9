import { everything } from "../src/query/query.ts";
import { parseText } from "../src/query/parse-text.ts";
import type { SqliteIndex } from "../src/sqlite/sqlite-index.ts";
import { printTable } from "../bench/table.ts";
import { indexOf } from "./articles.ts";
import type { Baseline, Collection } from "./collections.ts";
import { averagePrecision, gainOfFirstTen, mean } from "./measures.ts";

/** Most documents of a list that are judged, as at TREC. */
const depth = 1_000;

/** How well each collection's questions are answered, beside plain BM25. */
export async function printRanking(
  collections: readonly Collection[],
  baselines: readonly Baseline[],
): Promise<void> {
  const rows: string[][] = [];
  for (const collection of collections) {
    const { precision, gain, questions, found } = await measure(collection);
    const plain = baselines.find(({ name }) => name === collection.name);
    rows.push([
      collection.name,
      ...[precision, plain?.MAP, gain, plain?.nDCG10].map((value) => value?.toFixed(3) ?? ""),
      String(questions),
      found.toFixed(2),
    ]);
  }
  printTable(["ranking", "MAP", "plain", "nDCG@10", "plain", "questions", "answers found"], rows);
}

type Measured = {
  readonly precision: number;
  readonly gain: number;
  readonly questions: number;
  /** Share of the documents that answer which are in the list at all. */
  readonly found: number;
};

async function measure({
  language,
  documents,
  questions,
  judgements,
}: Collection): Promise<Measured> {
  const index = await indexOf(
    documents.map(({ text = "", ...document }) => ({ ...document, text, language })),
  );
  const precisions: number[] = [];
  const gains: number[] = [];
  const shares: number[] = [];
  for (const { id, text } of questions) {
    const judged = judgements.get(id);
    if (judged === undefined) continue;
    const ranked = await answers(index, text);
    precisions.push(averagePrecision(ranked, judged));
    gains.push(gainOfFirstTen(ranked, judged));
    shares.push(ranked.filter((each) => judged.has(each)).length / judged.size);
  }
  await index.close();
  return {
    precision: mean(precisions),
    gain: mean(gains),
    questions: precisions.length,
    found: mean(shares),
  };
}

/** The list that a reader gets who types the question, by relevance. */
async function answers(index: SqliteIndex, typed: string): Promise<readonly string[]> {
  const text = parseText(typed);
  if (text === undefined) return [];
  const query = { ...everything, text, sort: "relevance" } as const;
  const { hits } = await index.search(query, { limit: depth, facets: [] });
  return hits.map((hit) => hit.article.id);
}
