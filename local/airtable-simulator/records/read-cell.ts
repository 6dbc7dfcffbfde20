import { ApiError } from "../api-error.ts";
import { type Base, type Cell, type Field, isEmpty, type Row, type Table } from "../base.ts";
import { fieldById, tableById } from "../find-in-schema.ts";
import { compileFormula } from "../formula/compile.ts";
import { evaluate } from "../formula/evaluate.ts";
import { FormulaFailure, type FormulaValue, toText } from "../formula/formula-value.ts";
import type { FormulaRow } from "../formula/functions.ts";

/** A table in its base, and the time that formulas go by. */
export interface Page {
  readonly base: Base;
  readonly table: Table;
  readonly now: number;
}

/** What the API shows in a cell, computed where the field computes; undefined: empty. */
export function readCell(page: Page, row: Row, field: Field): Cell | undefined {
  switch (field.type) {
    case "createdTime":
      return row.createdTime;
    case "lastModifiedTime":
      return row.modifiedTime;
    case "createdBy":
      return { ...row.createdBy };
    case "lastModifiedBy":
      return { ...row.modifiedBy };
    case "autoNumber":
      return row.number;
    case "count":
      return linkedIds(row, field.options?.recordLinkFieldId).length;
    case "multipleLookupValues":
      return lookUp(page, row, field);
    case "formula":
      return formulaCell(page, row, field);
    default:
      return row.cells[field.id];
  }
}

/** The ids in a link cell. */
export function linkedIds(row: Row, fieldId: string | undefined): readonly string[] {
  const cell = fieldId === undefined ? undefined : row.cells[fieldId];
  return Array.isArray(cell) ? cell.filter((id) => typeof id === "string") : [];
}

/** The row as a formula sees it: linked rows as the text of their primary field, not as ids. */
export function formulaRow(page: Page, row: Row): FormulaRow {
  return {
    id: row.id,
    createdTime: row.createdTime,
    modifiedTime: row.modifiedTime,
    now: page.now,
    field: (name) => {
      const field = page.table.fields.find((one) => one.name === name || one.id === name);
      return field ? formulaValue(page, row, field) : null;
    },
  };
}

export function primaryText(page: Page, row: Row): string {
  const primary = fieldById(page.table, page.table.primaryFieldId);
  return primary ? cellText(page, row, primary) : "";
}

/** A cell as one text, as `cellFormat=string` shows it. */
export function cellText(page: Page, row: Row, field: Field): string {
  if (field.type === "checkbox") return row.cells[field.id] ? "checked" : "";
  return toText(formulaValue(page, row, field));
}

function formulaValue(page: Page, row: Row, field: Field): FormulaValue {
  if (field.type !== "multipleRecordLinks") return plain(readCell(page, row, field));
  const linked = linkedRows(page, row, field);
  return linked.rows.length ? linked.rows.map((other) => primaryText(linked.page, other)) : null;
}

function plain(cell: Cell | undefined): FormulaValue {
  if (cell === undefined) return null;
  if (typeof cell !== "object") return cell;
  if (Array.isArray(cell)) return cell.length ? cell.map(plain) : null;
  const named = ["name", "filename", "text", "email", "id"].map(
    (key) => Object.entries(cell).find(([k]) => k === key)?.[1],
  );
  return plain(named.find((part) => part !== undefined));
}

function linkedRows({ base, now }: Page, row: Row, link: Field): { page: Page; rows: readonly Row[] } {
  const table = tableById(base, link.options?.linkedTableId);
  if (!table) return { page: { base, now, table: { ...EMPTY } }, rows: [] };
  const rows = linkedIds(row, link.id).map((id) => table.rows.get(id));
  return { page: { base, now, table }, rows: rows.filter((one) => one !== undefined) };
}

const EMPTY: Table = { id: "", name: "", primaryFieldId: "", fields: [], views: [], nextNumber: 1, rows: new Map() };

function lookUp(page: Page, row: Row, field: Field): Cell | undefined {
  const link = fieldById(page.table, field.options?.recordLinkFieldId);
  if (!link) return undefined;
  const linked = linkedRows(page, row, link);
  const shown = fieldById(linked.page.table, field.options?.fieldIdInLinkedTable);
  if (!shown) return undefined;
  return linked.rows.flatMap((other) => readCell(linked.page, other, shown) ?? []).filter((cell) => !isEmpty(cell));
}

function formulaCell(page: Page, row: Row, field: Field): Cell | undefined {
  const names = new Set(page.table.fields.flatMap(({ id, name }) => [id, name]));
  try {
    const value = evaluate(compileFormula(field.options?.formula ?? "", names), formulaRow(page, row));
    return asCell(value);
  } catch (error) {
    if (error instanceof FormulaFailure || error instanceof ApiError) return { error: "#ERROR!" };
    throw error;
  }
}

function asCell(value: FormulaValue): Cell | undefined {
  if (value === null) return undefined;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return Number.isFinite(value) ? value : { specialValue: String(value) };
  return typeof value === "string" ? value : value.flatMap((part) => asCell(part) ?? []);
}
