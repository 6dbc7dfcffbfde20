import { rowDoesNotExist } from "../api-error.ts";
import { type Call, changeTable, openTable } from "../call.ts";
import { addressedRow } from "./get-record.ts";
import { idsInput } from "./record-input.ts";
import { removeRow } from "./remove-row.ts";

/** See https://airtable.com/developers/web/api/delete-record. */
export function deleteRecord(call: Call): unknown {
  const { id } = addressedRow(call, openTable(call));
  changeTable(call, "delete", (edit, table) => removeRow(edit, table.id, id));
  return { id, deleted: true };
}

/** Up to ten, all or none. See https://airtable.com/developers/web/api/delete-multiple-records. */
export function deleteRecords(call: Call): unknown {
  const ids = idsInput(call);
  changeTable(call, "delete", (edit, table) => {
    for (const id of ids) {
      if (!edit.row(table.id, id)) throw rowDoesNotExist(id);
      removeRow(edit, table.id, id);
    }
  });
  return { records: ids.map((id) => ({ id, deleted: true })) };
}
