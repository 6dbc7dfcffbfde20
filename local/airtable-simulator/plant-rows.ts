import { derivedId, isId } from "./airtable-id.ts";
import type { Table } from "./base.ts";
import type { BaseEdit } from "./base-edit.ts";
import { fieldOf } from "./find-in-schema.ts";
import { addRow } from "./records/add-row.ts";
import { primaryText } from "./records/read-cell.ts";
import { type Values, writeCells } from "./records/write-cells.ts";
import type { SeedRow, SeedTable } from "./seed.ts";

/** The rows of one table, without links: those need all rows of all tables. */
export function plantRows(edit: BaseEdit, tableId: string, seed: SeedTable): void {
  forEachRow(edit, tableId, seed, (rowId, row) => {
    if (!isId("rec", rowId)) throw new Error(`a record id is "rec" and 14 letters or digits, not "${rowId}"`);
    addRow(edit, tableId, { ...row, id: rowId });
    writeCells(edit, { tableId, rowId }, pick(edit.table(tableId), row, "others"), { typecast: false });
  });
}

export function plantLinks(edit: BaseEdit, tableId: string, seed: SeedTable): void {
  forEachRow(edit, tableId, seed, (rowId, row) => {
    const links = pick(edit.table(tableId), row, "links");
    for (const [name, value] of Object.entries(links)) {
      const target = fieldOf(edit.table(tableId), name).options?.linkedTableId ?? tableId;
      const ids = [value].flat().map((one) => idNamed(edit, target, String(one)));
      writeCells(edit, { tableId, rowId }, { [name]: ids }, { typecast: false });
    }
  });
}

function forEachRow(
  edit: BaseEdit,
  tableId: string,
  seed: SeedTable,
  plant: (rowId: string, row: SeedRow) => void,
): void {
  (seed.rows ?? []).forEach((row, index) => {
    try {
      plant(row.id ?? derivedId("rec", tableId, String(index)), row);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`Seed: row ${index + 1} of "${edit.table(tableId).name}": ${why}`);
    }
  });
}

function pick(table: Table, row: SeedRow, which: "links" | "others"): Values {
  return Object.fromEntries(
    Object.entries(row.fields).filter(
      ([name]) => (fieldOf(table, name).type === "multipleRecordLinks") === (which === "links"),
    ),
  );
}

function idNamed(edit: BaseEdit, tableId: string, text: string): string {
  const table = edit.table(tableId);
  if (table.rows.has(text)) return text;
  const page = { base: edit.base, table, now: Date.parse(edit.at) };
  const named = [...table.rows.values()].find((row) => primaryText(page, row) === text);
  if (!named) throw new Error(`there is no row "${text}" in "${table.name}"`);
  return named.id;
}
