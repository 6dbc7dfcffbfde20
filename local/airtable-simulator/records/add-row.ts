import { newId } from "../airtable-id.ts";
import type { BaseEdit } from "../base-edit.ts";

/** Adds an empty row at the end of a table and gives its id. */
export function addRow(
  edit: BaseEdit,
  tableId: string,
  made: { readonly id?: string; readonly createdTime?: string } = {},
): string {
  const table = edit.table(tableId);
  const id = made.id ?? newId("rec");
  edit.putTable({ ...table, nextNumber: table.nextNumber + 1 });
  edit.putRow(tableId, {
    id,
    number: table.nextNumber,
    createdTime: made.createdTime ?? edit.at,
    createdBy: edit.by,
    modifiedTime: made.createdTime ?? edit.at,
    modifiedBy: edit.by,
    cells: {},
  });
  return id;
}
