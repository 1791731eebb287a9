import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { KeyedValue } from "../query/match-summary.ts";
import type { StoredField } from "./schema.ts";

/** Sets and values remembered while an index is built; beyond these they are asked for again: some 20 MB. */
const remembered = 100_000;

/** Gives values and sets of values their numbers, new ones where they are new. */
export class ValueSetWriter {
  readonly #findValue: StatementSync;
  readonly #addValue: StatementSync;
  readonly #findSet: StatementSync;
  readonly #addSet: StatementSync;
  readonly #known = new Map<string, number>();

  constructor(database: DatabaseSync) {
    const add = (table: string, columns: string): StatementSync =>
      database.prepare(`
        INSERT INTO ${table} (field, number, ${columns})
        SELECT :field, coalesce(max(number), 0) + 1, ${columns.replaceAll(/\w+/g, ":$&")}
        FROM ${table} WHERE field = :field RETURNING number`);
    this.#findValue = database.prepare(
      "SELECT number FROM field_values WHERE field = :field AND key = :key AND label = :label",
    );
    this.#addValue = add("field_values", "key, label");
    this.#findSet = database.prepare(
      "SELECT number FROM value_sets WHERE field = :field AND members = :members",
    );
    this.#addSet = add("value_sets", "members");
  }

  /** The number of the set of some values of a field; 0 when there are none. */
  number(field: StoredField, values: readonly KeyedValue[]): number {
    if (values.length === 0) return 0;
    const members = values
      .map(({ key, label }) =>
        this.#numberOf(this.#findValue, this.#addValue, { field, key, label }),
      )
      .toSorted((a, b) => a - b)
      .join(" ");
    return this.#numberOf(this.#findSet, this.#addSet, { field, members });
  }

  /** Forgets what was numbered in a transaction that was taken back. */
  forget(): void {
    this.#known.clear();
  }

  #numberOf(
    find: StatementSync,
    add: StatementSync,
    values: Readonly<Record<string, string>>,
  ): number {
    const name = Object.values(values).join("\0");
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const row = find.get(values) ?? add.get(values);
    const number = Number(row?.["number"]);
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(name, number);
    return number;
  }
}
