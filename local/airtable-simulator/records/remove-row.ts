import type { BaseEdit } from "../base-edit.ts";
import { linkedIds } from "./read-cell.ts";
import { setCell } from "./set-cell.ts";

/** Removes a row, and every link to it with it. Removing what is not there changes nothing. */
export function removeRow(edit: BaseEdit, tableId: string, rowId: string): void {
  edit.dropRow(tableId, rowId);
  for (const table of edit.base.tables) {
    for (const field of table.fields) {
      if (field.options?.linkedTableId !== tableId) continue;
      for (const row of table.rows.values()) {
        const ids = linkedIds(row, field.id);
        if (!ids.includes(rowId)) continue;
        const left = ids.filter((id) => id !== rowId);
        setCell(edit, table.id, { row: edit.row(table.id, row.id) ?? row, field }, left.length ? left : undefined);
      }
    }
  }
}
