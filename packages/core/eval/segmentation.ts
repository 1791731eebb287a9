import { readFileSync } from "node:fs";
import { join } from "node:path";
import { printTable } from "../bench/table.ts";
import { everything } from "../src/query/query.ts";
import { parseText } from "../src/query/parse-text.ts";
import { words } from "../src/text/words.ts";
import { indexOf } from "./articles.ts";
import { mean } from "./measures.ts";

/** A sentence that people divided into words. */
type Sentence = {
  readonly lang: string;
  readonly text: string;
  readonly tokens: readonly string[];
};

/** Words that are looked for in each set: enough that a hundredth is not chance. */
const lookedFor = 400;

/** Joints of compounds in the Khmer set; no writer puts them. */
const joints = /[_~^]/g;

/**
 * For sentences that people divided into words: how often our words are theirs, and, when each sentence is an
 * article, how many of those that hold a word are found by it, and how many of those that are found hold it.
 */
export async function printSegmentation(folder: string, names: readonly string[]): Promise<void> {
  const rows: string[][] = [];
  for (const name of names) {
    const sentences = readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => plain(JSON.parse(line) as Sentence));
    const { recall, precision } = await findWords(sentences);
    rows.push([
      name.replace(/\.ndjson$/, ""),
      String(sentences.length),
      agreement(sentences).toFixed(3),
      recall.toFixed(3),
      precision.toFixed(3),
    ]);
  }
  printTable(["words of scripts without spaces", "sentences", "F1", "recall", "precision"], rows);
}

function plain({ lang, text, tokens }: Sentence): Sentence {
  const strip = (value: string): string => value.replace(joints, "");
  return { lang, text: strip(text), tokens: tokens.map(strip) };
}

/** F1 of words with the same beginning and end. */
function agreement(sentences: readonly Sentence[]): number {
  let [same, ours, theirs] = [0, 0, 0];
  for (const { text, tokens } of sentences) {
    const spans = new Set(Array.from(words(text), ({ start, end }) => `${start}-${end}`));
    ours += spans.size;
    let from = 0;
    for (const token of tokens) {
      const start = text.indexOf(token, from);
      if (start < 0) continue;
      from = start + token.length;
      if (!/[\p{L}\p{N}]/u.test(token)) continue;
      theirs++;
      same += Number(spans.has(`${start}-${from}`));
    }
  }
  return (2 * same) / Math.max(1, ours + theirs);
}

async function findWords(
  sentences: readonly Sentence[],
): Promise<{ readonly recall: number; readonly precision: number }> {
  const index = await indexOf(
    sentences.map(({ lang, text }, number) => ({ id: `s${number}`, language: lang, text })),
  );
  const holders = new Map<string, Set<string>>();
  for (const [number, { tokens }] of sentences.entries()) {
    for (const token of tokens) {
      if (!/^[\p{L}\p{M}]{2,}$/u.test(token)) continue;
      holders.set(token, (holders.get(token) ?? new Set()).add(`s${number}`));
    }
  }
  // Every so many of them in order of writing: common and rare ones as they come.
  const all = [...holders].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const step = Math.max(1, Math.floor(all.length / lookedFor));
  const chosen = all.filter((_, number) => number % step === 0);
  const recalls: number[] = [];
  const precisions: number[] = [];
  for (const [word, holding] of chosen) {
    const text = parseText(word);
    if (text === undefined) continue;
    const query = { ...everything, text: { type: "and", nodes: [text] } } as const;
    const { hits, holdingAll } = await index.search(query, { limit: sentences.length, facets: [] });
    const found = hits.slice(0, holdingAll).map((hit) => hit.article.id);
    const right = found.filter((id) => holding.has(id)).length;
    recalls.push(right / holding.size);
    if (found.length > 0) precisions.push(right / found.length);
  }
  await index.close();
  return { recall: mean(recalls), precision: mean(precisions) };
}
