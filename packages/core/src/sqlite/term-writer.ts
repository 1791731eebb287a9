import type { DatabaseSync, StatementSync } from "node:sqlite";
import { stem } from "../text/stem.ts";

/** Words whose forms are known to be written, so that they are not stemmed again: some 30 MB. */
const knownForms = 200_000;

/** Writes down which words there are, in how many articles, and which are forms of each other. */
export class TermWriter {
  readonly #count: StatementSync;
  readonly #insertForm: StatementSync;
  /** How many of the articles at hand hold a word. */
  readonly #articles = new Map<string, number>();
  readonly #known = new Map<string, Set<string>>();
  #knownSize = 0;

  constructor(database: DatabaseSync) {
    this.#count = database.prepare(
      "INSERT INTO terms (term, articles) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET articles = articles + ?2",
    );
    this.#insertForm = database.prepare(
      "INSERT OR IGNORE INTO forms (language, stem, term) VALUES (?, ?, ?)",
    );
  }

  /** Takes the words of an article, each once and with a space between. */
  add(words: string, language: string | undefined): void {
    if (words === "") return;
    const terms = words.split(" ");
    for (const term of terms) this.#articles.set(term, (this.#articles.get(term) ?? 0) + 1);
    if (language !== undefined) this.#addForms(terms, language);
  }

  /** Writes what was taken, within the transaction of the caller. */
  write(): void {
    // In order, so that each page of the table is touched once.
    for (const term of [...this.#articles.keys()].toSorted()) {
      this.#count.run(term, this.#articles.get(term) ?? 0);
    }
    this.#articles.clear();
  }

  /** Forgets what was taken: its transaction failed. */
  forget(): void {
    this.#articles.clear();
    this.#known.clear();
    this.#knownSize = 0;
  }

  #addForms(terms: Iterable<string>, language: string): void {
    const known = this.#known.get(language) ?? new Set();
    this.#known.set(language, known);
    for (const term of terms) {
      if (known.has(term)) continue;
      if (this.#knownSize >= knownForms) {
        for (const words of this.#known.values()) words.clear();
        this.#knownSize = 0;
      }
      known.add(term);
      this.#knownSize++;
      const stemmed = stem(term, language);
      if (stemmed !== term) this.#insertForm.run(language, stemmed, term);
    }
  }
}
