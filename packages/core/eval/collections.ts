import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A retrieval collection: documents, questions, and which documents answer which question. */
export type Collection = {
  readonly name: string;
  /** Of its documents, as an article would declare it. */
  readonly language: string;
  readonly documents: readonly Document[];
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  /** For each question, how well each document answers it: more than 0. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

type Document = {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly author?: string;
};

/** What plain BM25 gives for a collection. */
export type Baseline = { readonly name: string; readonly MAP: number; readonly nDCG10: number };

/** Reads every collection of a folder: `docs.ndjson`, `queries.ndjson` and `qrels.tsv` in a folder each. */
export function readCollections(folder: string): readonly Collection[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "qrels.tsv")))
    .map((entry) => readCollection(folder, entry.name))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Reads `baseline-bm25.json`; empty where there is none. */
export function readBaselines(folder: string): readonly Baseline[] {
  const file = join(folder, "baseline-bm25.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Baseline[]) : [];
}

function readCollection(folder: string, name: string): Collection {
  const lines = (file: string): string[] =>
    readFileSync(join(folder, name, file), "utf8")
      .split("\n")
      .filter(Boolean);
  const judgements = new Map<string, Map<string, number>>();
  for (const line of lines("qrels.tsv").slice(1)) {
    const [question = "", document = "", relevance] = line.split("\t");
    if (!(Number(relevance) > 0)) continue;
    const judged = judgements.get(question) ?? new Map<string, number>();
    judgements.set(question, judged.set(document, Number(relevance)));
  }
  return {
    name,
    // A name such as `xquad-th` says its language; the others are English.
    language: /-([a-z]{2,3})$/.exec(name)?.[1] ?? "en",
    documents: lines("docs.ndjson").map((line) => JSON.parse(line) as Document),
    questions: lines("queries.ndjson").map(
      (line) => JSON.parse(line) as { id: string; text: string },
    ),
    judgements,
  };
}
