import { isId } from "../airtable-id.ts";
import { notFound, recordNotFound } from "../api-error.ts";
import type { Row } from "../base.ts";
import { type Call, openTable } from "../call.ts";
import { listOptions } from "./list-options.ts";
import type { Page } from "./read-cell.ts";
import { refuse } from "./record-input.ts";
import { showRecord } from "./show-record.ts";

/** See https://airtable.com/developers/web/api/get-record. */
export function getRecord(call: Call): unknown {
  const options = listOptions(call, call.query);
  const page = openTable(call);
  const shape = { byFieldId: options.returnFieldsByFieldId, asText: options.cellFormat === "string" };
  return showRecord(page, addressedRow(call, page), shape);
}

/** The row that the address names. */
export function addressedRow(call: Call, page: Page): Row {
  const id = call.params.record ?? "";
  if (!isId("rec", id)) throw refuse(call, `no record id but "${id}"`, notFound());
  const row = page.table.rows.get(id);
  if (!row) throw recordNotFound();
  return row;
}
