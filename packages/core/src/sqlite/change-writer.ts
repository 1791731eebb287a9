import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Change, IndexedFile } from "../archive/article-index.ts";
import type { DividedText } from "../archive/divide-text.ts";
import type { Problem } from "../problem.ts";
import { stemLanguage } from "../text/stem.ts";
import type { ArticleSummary } from "../article/article.ts";
import { articleNames } from "../query/article-names.ts";
import { valuesOf, type KeyedValue } from "../query/match-summary.ts";
import { periodNumber } from "./count-timeline.ts";
import { flags, storedFields, thisWrite, type StoredField } from "./schema.ts";
import { languageToken, nameToken } from "./fts-term.ts";
import { RemovalForgetter } from "./forget-removals.ts";
import { cacheFor } from "./open-database.ts";
import { assignSortKeys } from "./sort-keys.ts";
import { TermWriter } from "./term-writer.ts";
import { ValueSetWriter } from "./value-set-writer.ts";
import { countForgotten, uncountedNoter } from "./word-counts.ts";

/** Writes changes into an index, each call as one transaction. */
export class ChangeWriter {
  readonly #database: DatabaseSync;
  readonly #find: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #restamp: StatementSync;
  readonly #remove: StatementSync;
  readonly #removeWords: StatementSync;
  readonly #insertWords: StatementSync;
  readonly #searchable: StatementSync;
  readonly #removeProblems: StatementSync;
  readonly #insertProblem: StatementSync;
  readonly #countForgotten: StatementSync;
  readonly #noteUncounted: () => void;
  readonly #advance: StatementSync;
  readonly #putFolder: StatementSync;
  readonly #setState: StatementSync;
  readonly #sets: ValueSetWriter;
  readonly #terms: TermWriter;
  readonly #removals: RemovalForgetter;

  constructor(database: DatabaseSync, mostRemovals?: number) {
    this.#database = database;
    this.#removals = new RemovalForgetter(database, mostRemovals);
    this.#terms = new TermWriter(database);
    const columns = [
      "wanted_id", "id", "size", "modified_ms", "changed_ms", "inode", "digest", "start_ms", "end_ms", "period",
      ...storedFields, "flags", "summary",
    ]; // prettier-ignore
    this.#sets = new ValueSetWriter(database);
    this.#find = database.prepare(
      "SELECT row, sort_key, start_ms, id, searchable FROM articles WHERE path = ?",
    );
    this.#insert = database.prepare(`
      INSERT INTO articles (path, searchable, changed_at, ${columns.join(", ")})
      VALUES (:path, 0, ${thisWrite}, ${columns.map((column) => `:${column}`).join(", ")})`);
    this.#update = database.prepare(`
      UPDATE articles SET searchable = 0, changed_at = ${thisWrite}, sort_key = iif(:moved, NULL, sort_key),
      ${columns.map((column) => `${column} = :${column}`).join(", ")} WHERE path = :path`);
    this.#restamp = database.prepare(`
      UPDATE articles SET size = ?, modified_ms = ?, changed_ms = ?, inode = ? WHERE path = ?`);
    this.#remove = database.prepare("DELETE FROM articles WHERE path = ?");
    this.#removeWords = database.prepare("DELETE FROM words WHERE rowid = ?");
    this.#insertWords = database.prepare(
      "INSERT INTO words (rowid, headline, description, keywords, body, marks) VALUES (?, ?, ?, ?, ?, ?)",
    );
    this.#searchable = database.prepare(
      "UPDATE articles SET searchable = 1, length = ? WHERE path = ?",
    );
    this.#removeProblems = database.prepare(
      "DELETE FROM problems WHERE path = ? AND NOT of_folder",
    );
    this.#insertProblem = database.prepare(
      "INSERT INTO problems (path, code, severity, of_folder, problem) VALUES (?, ?, ?, ?, ?)",
    );
    this.#putFolder = database.prepare(
      "INSERT OR REPLACE INTO folders (path, digest) VALUES (?, ?)",
    );
    this.#setState = database.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)");
    this.#countForgotten = countForgotten(database);
    this.#noteUncounted = uncountedNoter(database);
    this.#advance = database.prepare("UPDATE meta SET value = value + 1 WHERE name = 'sequence'");
  }

  /** Makes all of the changes, or none when one fails. */
  apply(changes: readonly Change[]): void {
    cacheFor(this.#database, "writing");
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      this.#setState.run("written_ms", Date.now());
      const texts: [file: IndexedFile, text: DividedText][] = [];
      for (const change of changes) {
        if (change.type === "remove") this.#removeFile(change.path);
        else if (change.type === "folder-problems") {
          this.#database.exec("DELETE FROM problems WHERE of_folder");
          this.#insertProblems(change.problems, true);
        } else if (change.type === "folder") {
          this.#putFolder.run(change.path, change.digest);
        } else if (change.type === "awaited") {
          this.#setState.run("awaited", change.files);
          if (change.files === 0) this.#setState.run("whole", 1);
        } else if (change.type === "restamp") {
          const { size, modifiedMs, changedMs, inode } = change.stamp;
          this.#restamp.run(size, modifiedMs, changedMs, inode, change.path);
        } else {
          this.#putFile(change.file);
          if (change.text !== undefined) texts.push([change.file, change.text]);
        }
      }
      if (texts.length > 0 || this.#hasSortKeys()) assignSortKeys(this.#database);
      const placed = texts.map(([file, text]) => ({ file, text, row: this.#wordsRow(file.path) }));
      // FTS5 ends a segment whenever a row comes before the last one.
      placed.sort((a, b) => a.row - b.row);
      for (const { file, text, row } of placed) this.#putText(file, text, row);
      this.#terms.write();
      if (texts.some(([, text]) => text.uncounted)) this.#noteUncounted();
      this.#removals.forgetOld();
      if (changes.some(({ type }) => type !== "restamp" && type !== "folder")) this.#advance.run();
      this.#database.exec("COMMIT");
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      this.#sets.forget();
      this.#terms.forget();
      throw error;
    }
  }

  /** Keys are given when the first text comes, and to every article from then on. */
  #hasSortKeys(): boolean {
    return (
      this.#database.prepare("SELECT 1 FROM articles WHERE sort_key IS NOT NULL LIMIT 1").get() !==
      undefined
    );
  }

  #removeFile(path: string): void {
    this.#forgetText(this.#find.get(path));
    this.#remove.run(path);
    this.#removeProblems.run(path);
  }

  #putFile(file: IndexedFile): void {
    const { path, stamp, wantedId, article, period, problems } = file;
    const startMs = article.datePublished?.epochMs ?? null;
    const known = this.#find.get(path);
    const values = {
      path,
      wanted_id: wantedId,
      id: article.id,
      size: stamp.size,
      modified_ms: stamp.modifiedMs,
      changed_ms: stamp.changedMs,
      inode: stamp.inode,
      digest: file.digest ?? null,
      start_ms: startMs,
      end_ms: article.datePublished?.endMs ?? null,
      period: periodNumber(period),
      ...Object.fromEntries(
        storedFields.map((field) => [field, this.#sets.number(field, storedValues(field, file))]),
      ),
      flags: (article.draft ? flags.draft : 0) | (article.image === undefined ? 0 : flags.image),
      summary: JSON.stringify(article),
    };
    if (known === undefined) this.#insert.run(values);
    else {
      this.#forgetText(known);
      const moved = known["start_ms"] !== startMs || known["id"] !== article.id;
      this.#update.run({ ...values, moved: Number(moved) });
      this.#removeProblems.run(path);
    }
    this.#insertProblems(problems, false);
  }

  #insertProblems(problems: readonly Problem[], ofFolder: boolean): void {
    for (const problem of problems) {
      const { path, code, severity } = problem;
      this.#insertProblem.run(path, code, severity, Number(ofFolder), JSON.stringify(problem));
    }
  }

  /** Takes the words of an article out, known as `#find` gives it. */
  #forgetText(known: Record<string, unknown> | undefined): void {
    if (known?.["searchable"] !== 1) return;
    this.#removeWords.run(Number(known["sort_key"]));
    this.#countForgotten.run(1);
  }

  #wordsRow(path: string): number {
    return Number(this.#find.get(path)?.["sort_key"]);
  }

  #putText({ path, article }: IndexedFile, text: DividedText, row: number): void {
    const language = stemLanguage(article.inLanguage);
    const { headline, description, keywords, body } = text.fields;
    this.#insertWords.run(row, headline, description, keywords, body, marksOf(article, language));
    this.#terms.add(text.words, language);
    this.#searchable.run(text.length, path);
  }
}

/** What is looked for of an article beside its text: its language, and what it is called. */
function marksOf(article: ArticleSummary, language: string | undefined): string {
  const names = articleNames(article).map(nameToken);
  return [...(language === undefined ? [] : [languageToken(language)]), ...names].join(" ");
}

function storedValues(
  field: StoredField,
  { article, problems }: IndexedFile,
): readonly KeyedValue[] {
  if (field !== "problem") return valuesOf(article, field);
  return [...new Set(problems.map(({ code }) => code))].map((code) => ({ key: code, label: code }));
}
