import { isRecordId, type RecordId } from "./ids.ts";

/** Empty cells are absent in Airtable, links come in any order, and a moment is one moment however it is written. */
export function isSameCell(wanted: unknown, found: unknown): boolean {
  return plain(wanted) === plain(found);
}

function plain(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (Array.isArray(cell)) return [...cell].sort().join(" ");
  const written = String(cell).trim();
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(written) ? String(Date.parse(written)) : written;
}

/** What a cell of text holds; nothing when it holds something else. */
export const textIn = (cell: unknown): string => (typeof cell === "string" ? cell.trim() : "");

/** The rows that a cell links to. */
export const linksIn = (cell: unknown): readonly RecordId[] => (Array.isArray(cell) ? cell.filter(isRecordId) : []);
