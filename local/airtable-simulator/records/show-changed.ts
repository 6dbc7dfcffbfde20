import type { Page } from "./read-cell.ts";
import type { WriteOptions } from "./record-input.ts";
import { type ShownRecord, showRecord } from "./show-record.ts";

/** The records that a call has written, whole, as they are after it. */
export function showChanged(page: Page, ids: readonly string[], options: WriteOptions): readonly ShownRecord[] {
  const rows = ids.map((id) => page.table.rows.get(id)).filter((row) => row !== undefined);
  return rows.map((row) => showRecord(page, row, { byFieldId: options.returnFieldsByFieldId }));
}
