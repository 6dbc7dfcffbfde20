import { type Cell, type Field, isEmpty, type Row } from "../base.ts";
import { cellText, type Page, readCell } from "./read-cell.ts";

export interface RecordShape {
  /** Only these; absent: all. */
  readonly fields?: readonly Field[];
  readonly byFieldId?: boolean;
  readonly asText?: boolean;
  readonly commentCount?: boolean;
}

export interface ShownRecord {
  readonly id: string;
  readonly createdTime: string;
  /** Empty cells are left out, so an unticked box looks like a field that does not exist. */
  readonly fields: Readonly<Record<string, Cell>>;
  readonly commentCount?: number;
}

/** A record as the API answers it. See https://airtable.com/developers/web/api/list-records. */
export function showRecord(page: Page, row: Row, shape: RecordShape = {}): ShownRecord {
  const fields: Record<string, Cell> = {};
  for (const field of shape.fields ?? page.table.fields) {
    const cell = shape.asText ? cellText(page, row, field) : readCell(page, row, field);
    if (cell !== undefined && !isEmpty(cell)) fields[shape.byFieldId ? field.id : field.name] = cell;
  }
  const shown = { id: row.id, createdTime: row.createdTime, fields };
  return shape.commentCount ? { ...shown, commentCount: 0 } : shown;
}
