import { isFields } from "./field-value.ts";
import type { Fields, FieldValue } from "./front-matter.ts";

type Table = Record<string, FieldValue>;

/** The tables of a block of TOML, filled one statement after the other. What is there already holds. */
export class TomlTables {
  readonly fields: Fields;
  /** The tables and lists of tables that may still be filled, by themselves. */
  readonly #tables = new Map<FieldValue, Table>();
  readonly #lists = new Map<FieldValue, FieldValue[]>();
  readonly #root: Table;
  /** Undefined within a table whose name stands for another value. */
  #current: Table | undefined;

  constructor() {
    this.#root = this.#newTable();
    this.#current = this.#root;
    this.fields = this.#root;
  }

  /** Begins a table, or the next one of a list; false when its name stands for another value. */
  open(path: readonly string[], isListed: boolean): boolean {
    const last = path.at(-1) ?? "";
    const parent = path
      .slice(0, -1)
      .reduce<Table | undefined>((table, name) => table && this.#within(table, name), this.#root);
    this.#current = undefined;
    if (parent === undefined) return false;
    if (!isListed) {
      this.#current = this.#within(parent, last);
    } else if (parent[last] === undefined || this.#lists.has(parent[last])) {
      const list = this.#lists.get(parent[last] ?? null) ?? [];
      this.#current = this.#newTable();
      list.push(this.#current);
      this.#lists.set(list, list);
      parent[last] = list;
    }
    return this.#current !== undefined;
  }

  /** Puts values into the table that was begun last; false when one of their names is taken. */
  put(values: Fields): boolean {
    return this.#current === undefined || this.#merge(this.#current, values);
  }

  #merge(table: Table, values: Fields): boolean {
    let isNew = true;
    for (const [name, value] of Object.entries(values)) {
      if (isFields(value)) {
        const inner = this.#within(table, name);
        isNew = inner !== undefined && this.#merge(inner, value) && isNew;
      } else if (name in table) isNew = false;
      else table[name] = value;
    }
    return isNew;
  }

  /** The table of a name, made if there is none; of a list of tables the last. */
  #within(table: Table, name: string): Table | undefined {
    const there = table[name];
    if (there === undefined) return (table[name] = this.#newTable());
    return this.#tables.get(this.#lists.get(there)?.at(-1) ?? there);
  }

  #newTable(): Table {
    const table: Table = Object.create(null);
    this.#tables.set(table, table);
    return table;
  }
}
