import type { Field, Row } from "../base.ts";
import { cellText, type Page, readCell } from "./read-cell.ts";

export interface SortKey {
  readonly field: Field;
  readonly direction: "asc" | "desc";
}

/** By the first key, among equals by the next. Empty cells come first, options in the order of their list. */
export function sortRows(page: Page, rows: readonly Row[], keys: readonly SortKey[]): readonly Row[] {
  if (!keys.length) return rows;
  return rows.toSorted((one, other) => {
    for (const { field, direction } of keys) {
      const order = compareKeys(sortValue(page, one, field), sortValue(page, other, field));
      if (order !== 0) return direction === "asc" ? order : -order;
    }
    return 0;
  });
}

function sortValue(page: Page, row: Row, field: Field): string | number | undefined {
  const cell = readCell(page, row, field);
  if (cell === undefined) return undefined;
  if (typeof cell === "number") return cell;
  if (typeof cell === "boolean") return Number(cell);
  if (field.type === "singleSelect") return field.options?.choices?.findIndex((choice) => choice.name === cell);
  return cellText(page, row, field);
}

function compareKeys(one: string | number | undefined, other: string | number | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en", { sensitivity: "base", numeric: true });
}
