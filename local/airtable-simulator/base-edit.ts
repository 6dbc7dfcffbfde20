import type { Base, Row, Table, User } from "./base.ts";

/**
 * One change to a base, all of it or nothing: it works on copies, and counts only when its `base` is committed.
 * Tables that it leaves alone stay the very same objects.
 */
export class BaseEdit {
  readonly at: string;
  readonly by: User;
  readonly #before: Base;
  readonly #tables: Map<string, Table>;
  /** The rows of tables that were changed; these maps are ours to change further. */
  readonly #rows = new Map<string, Map<string, Row>>();

  constructor(before: Base, { at, by }: { readonly at: string; readonly by: User }) {
    this.at = at;
    this.by = by;
    this.#before = before;
    this.#tables = new Map(before.tables.map((table) => [table.id, table]));
  }

  get base(): Base {
    return { ...this.#before, tables: [...this.#tables.keys()].map((id) => this.table(id)) };
  }

  table(id: string): Table {
    const table = this.#tables.get(id);
    if (!table) throw new Error(`Base ${this.#before.name} has no table ${id}`);
    const rows = this.#rows.get(id);
    return rows ? { ...table, rows } : table;
  }

  /** Puts everything of a table in place but its rows, which only the methods below change. */
  putTable(table: Table): void {
    this.#tables.set(table.id, table);
  }

  dropTable(id: string): void {
    this.#tables.delete(id);
    this.#rows.delete(id);
  }

  row(tableId: string, rowId: string): Row | undefined {
    return this.table(tableId).rows.get(rowId);
  }

  putRow(tableId: string, row: Row): void {
    this.#ownRows(tableId).set(row.id, row);
  }

  dropRow(tableId: string, rowId: string): void {
    this.#ownRows(tableId).delete(rowId);
  }

  #ownRows(tableId: string): Map<string, Row> {
    const own = this.#rows.get(tableId) ?? new Map(this.table(tableId).rows);
    this.#rows.set(tableId, own);
    return own;
  }
}
