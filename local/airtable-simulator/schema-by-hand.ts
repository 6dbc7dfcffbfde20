import { newId } from "./airtable-id.ts";
import { ApiError } from "./api-error.ts";
import type { Field } from "./base.ts";
import type { BaseEdit } from "./base-edit.ts";
import { addInverse, putField } from "./fields/add-inverse.ts";
import { completeField } from "./fields/complete-field.ts";
import { fieldById, fieldOf } from "./find-in-schema.ts";
import { checkName } from "./meta/change-fields.ts";
import { cellText } from "./records/read-cell.ts";
import { setCell } from "./records/set-cell.ts";
import { writeCells } from "./records/write-cells.ts";
import type { SeedField } from "./seed.ts";

/** What staff can do to a table in Airtable's own page, and the API cannot. Fields go by name. */

export function addField(edit: BaseEdit, tableId: string, spec: SeedField): void {
  const table = edit.table(tableId);
  checkName(table, spec.name);
  const field = completeField({ ...spec, id: spec.id ?? newId("fld") });
  edit.putTable({ ...table, fields: [...table.fields, field] });
  addInverse(edit, tableId, field.id);
}

export function renameField(
  edit: BaseEdit,
  tableId: string,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const table = edit.table(tableId);
  checkName(table, to);
  putField(edit, tableId, { ...fieldOf(table, from), name: to });
}

/** Its other end goes with it. The primary field cannot be removed. */
export function removeField(edit: BaseEdit, tableId: string, name: string): void {
  const field = fieldOf(edit.table(tableId), name);
  if (field.id === edit.table(tableId).primaryFieldId) throw new Error(`"${name}" is the primary field`);
  clear(edit, tableId, field);
  dropField(edit, tableId, field.id);
  dropInverse(edit, field);
}

/** Links from other tables go with it. */
export function removeTable(edit: BaseEdit, tableId: string): void {
  edit.dropTable(tableId);
  for (const table of edit.base.tables) {
    for (const field of table.fields) if (field.options?.linkedTableId === tableId) dropField(edit, table.id, field.id);
  }
}

/** Keeps the values that the new type can read, and empties the other cells. */
export function retypeField(edit: BaseEdit, tableId: string, to: Pick<SeedField, "name" | "type" | "options">): void {
  const before = fieldOf(edit.table(tableId), to.name);
  const page = { base: edit.base, table: edit.table(tableId), now: Date.parse(edit.at) };
  const texts = [...page.table.rows.values()].map((row) => ({ rowId: row.id, text: cellText(page, row, before) }));

  clear(edit, tableId, before);
  dropInverse(edit, before);
  putField(edit, tableId, completeField({ ...to, id: before.id, description: before.description }));
  addInverse(edit, tableId, before.id);
  for (const { rowId, text } of texts) {
    if (text) unlessRefused(() => writeCells(edit, { tableId, rowId }, { [before.id]: text }, { typecast: true }));
  }
}

/** Empties the cells that held it. */
export function removeOption(
  edit: BaseEdit,
  tableId: string,
  option: { readonly field: string; readonly option: string },
): void {
  const field = fieldOf(edit.table(tableId), option.field);
  const choices = field.options?.choices?.filter((choice) => choice.name !== option.option) ?? [];
  for (const row of edit.table(tableId).rows.values()) {
    const cell = row.cells[field.id];
    const left = Array.isArray(cell) ? cell.filter((one) => one !== option.option) : cell === option.option ? [] : cell;
    setCell(edit, tableId, { row, field }, Array.isArray(left) && !left.length ? undefined : left);
  }
  putField(edit, tableId, { ...field, options: { ...field.options, choices } });
}

function clear(edit: BaseEdit, tableId: string, field: Field): void {
  for (const { id } of edit.table(tableId).rows.values()) {
    const row = edit.row(tableId, id);
    if (row) setCell(edit, tableId, { row, field }, undefined);
  }
}

function dropField(edit: BaseEdit, tableId: string, fieldId: string): void {
  const table = edit.table(tableId);
  edit.putTable({ ...table, fields: table.fields.filter((field) => field.id !== fieldId) });
}

function dropInverse(edit: BaseEdit, { options }: Field): void {
  const linked = options?.linkedTableId;
  const inverse = linked === undefined ? undefined : fieldById(edit.table(linked), options?.inverseLinkFieldId);
  if (linked !== undefined && inverse) dropField(edit, linked, inverse.id);
}

function unlessRefused(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
