import { invalidRecords, rowDoesNotExist, sameRecordTwice } from "../api-error.ts";
import { type Call, changeTable, openTable } from "../call.ts";
import { addressedRow } from "./get-record.ts";
import { batchInput, refuse, singleInput, writeOptions } from "./record-input.ts";
import { showChanged } from "./show-changed.ts";
import { asksForUpsert, upsertRecords } from "./upsert-records.ts";
import { writeCells } from "./write-cells.ts";

/** PATCH leaves alone what is not mentioned, PUT clears it. See https://airtable.com/developers/web/api/update-record. */
export function updateRecord(call: Call): unknown {
  const options = writeOptions(call);
  const { id: rowId } = addressedRow(call, openTable(call));
  const values = singleInput(call);
  const { page } = changeTable(call, "update", (edit, table) =>
    writeCells(edit, { tableId: table.id, rowId }, values, { ...options, replace: call.method === "PUT" }),
  );
  return showChanged(page, [rowId], options)[0];
}

/** Up to ten, all or none; with `performUpsert` an upsert. See https://airtable.com/developers/web/api/update-multiple-records. */
export function updateRecords(call: Call): unknown {
  if (asksForUpsert(call)) return upsertRecords(call);
  const options = writeOptions(call);
  const inputs = batchInput(call);
  const ids = inputs?.map(({ id }) => id).filter((id) => id !== undefined);
  if (!inputs || ids?.length !== inputs.length) throw refuse(call, "records without ids", invalidRecords());
  if (new Set(ids).size < ids.length) throw refuse(call, "the same record twice", sameRecordTwice());

  const { page } = changeTable(call, "update", (edit, table) => {
    for (const { id = "", fields } of inputs) {
      if (!edit.row(table.id, id)) throw rowDoesNotExist(id);
      writeCells(edit, { tableId: table.id, rowId: id }, fields, { ...options, replace: call.method === "PUT" });
    }
  });
  return { records: showChanged(page, ids, options) };
}
