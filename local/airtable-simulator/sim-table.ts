import type { Table } from "./base.ts";
import type { BaseEdit } from "./base-edit.ts";
import { findTable } from "./find-in-schema.ts";
import { userOf } from "./plant-seed.ts";
import { addRow } from "./records/add-row.ts";
import type { Page } from "./records/read-cell.ts";
import { removeRow } from "./records/remove-row.ts";
import { type ShownRecord, showRecord } from "./records/show-record.ts";
import { writeCells } from "./records/write-cells.ts";
import { addField, removeField, removeOption, removeTable, renameField, retypeField } from "./schema-by-hand.ts";
import type { SeedField } from "./seed.ts";
import type { Store } from "./store.ts";

type FieldsByName = Readonly<Record<string, unknown>>;

/**
 * A table in the hands of staff, in Airtable's own page: no rate limit, new select options are made as they are used,
 * and rows are linked by id or by their primary field. What the fields cannot hold is refused with an error.
 * It stays the same table when it is renamed.
 */
export interface SimTable {
  readonly id: string;
  readonly name: string;
  /** As the API shows them, by field name, empty cells left out. */
  rows(): readonly ShownRecord[];
  row(id: string): ShownRecord | undefined;
  /** Gives the id of the new row. */
  insert(fields: FieldsByName, made?: { readonly id?: string }): string;
  /** Null empties a cell; cells that are not mentioned stay. */
  edit(id: string, fields: FieldsByName): void;
  remove(id: string): void;

  addField(field: SeedField): void;
  renameField(from: string, to: string): void;
  removeField(name: string): void;
  retypeField(name: string, type: string, options?: Readonly<Record<string, unknown>>): void;
  removeOption(field: string, option: string): void;
  rename(to: string): void;
  removeTable(): void;
}

/** Throws when there is no such table. */
export function simTable(store: Store, baseId: string, { name, now }: { name: string; now: () => number }): SimTable {
  const { id } = named(store, baseId, name);
  const page = (): Page => {
    const base = store.base(baseId);
    const table = base?.tables.find((one) => one.id === id);
    if (!base || !table) throw new Error(`The table "${name}" was removed`);
    return { base, table, now: now() };
  };
  const byHand = <T>(make: (edit: BaseEdit) => T): T => {
    page();
    return store.change(baseId, { at: new Date(now()).toISOString(), by: userOf("staff@example.com") }, make);
  };

  return {
    id,
    get name() {
      return page().table.name;
    },
    rows: () => [...page().table.rows.values()].map((row) => showRecord(page(), row)),
    row: (rowId) => {
      const row = page().table.rows.get(rowId);
      return row && showRecord(page(), row);
    },
    insert: (fields, made) =>
      byHand((edit) => {
        const rowId = addRow(edit, id, made);
        writeCells(edit, { tableId: id, rowId }, fields, { typecast: true });
        return rowId;
      }),
    edit: (rowId, fields) => byHand((edit) => writeCells(edit, { tableId: id, rowId }, fields, { typecast: true })),
    remove: (rowId) => byHand((edit) => removeRow(edit, id, rowId)),

    addField: (field) => byHand((edit) => addField(edit, id, field)),
    renameField: (from, to) => byHand((edit) => renameField(edit, id, { from, to })),
    removeField: (field) => byHand((edit) => removeField(edit, id, field)),
    retypeField: (field, type, options) =>
      byHand((edit) => retypeField(edit, id, { name: field, type, ...(options && { options }) })),
    removeOption: (field, option) => byHand((edit) => removeOption(edit, id, { field, option })),
    rename: (to) => byHand((edit) => edit.putTable({ ...edit.table(id), name: to })),
    removeTable: () => byHand((edit) => removeTable(edit, id)),
  };
}

function named(store: Store, baseId: string, name: string): Table {
  const base = store.base(baseId);
  if (!base) throw new Error(`There is no base ${baseId}; there are ${store.bases.map((one) => one.id).join(", ")}`);
  const table = findTable(base, name);
  if (!table)
    throw new Error(`There is no table "${name}"; there are ${base.tables.map((one) => one.name).join(", ")}`);
  return table;
}
