import type { BaseEdit } from "../base-edit.ts";
import { type Call, changeTable } from "../call.ts";
import { addRow } from "./add-row.ts";
import { batchInput, singleInput, type WriteOptions, writeOptions } from "./record-input.ts";
import { showChanged } from "./show-changed.ts";
import { type Values, writeCells } from "./write-cells.ts";

/** One record (`fields`) or up to ten (`records`), all or none. See https://airtable.com/developers/web/api/create-records. */
export function createRecords(call: Call): unknown {
  const options = writeOptions(call);
  const batch = batchInput(call);
  const inputs = batch?.map(({ fields }) => fields) ?? [singleInput(call)];
  const { made, page } = changeTable(call, "create", (edit, table) =>
    inputs.map((values) => createRow(edit, table.id, values, options)),
  );
  const records = showChanged(page, made, options);
  return batch ? { records } : records[0];
}

export function createRow(edit: BaseEdit, tableId: string, values: Values, options: WriteOptions): string {
  const rowId = addRow(edit, tableId);
  writeCells(edit, { tableId, rowId }, values, options);
  return rowId;
}
