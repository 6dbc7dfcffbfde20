import { derivedId, isId } from "../airtable-id.ts";
import { computedField, rowDoesNotExist } from "../api-error.ts";
import type { Cell, Choice, Field } from "../base.ts";
import type { BaseEdit } from "../base-edit.ts";
import { acceptCell, type Casting } from "../fields/accept-cell.ts";
import { FIELD_TYPES } from "../fields/field-type.ts";
import { fieldById, fieldOf } from "../find-in-schema.ts";
import { addRow } from "./add-row.ts";
import { primaryText } from "./read-cell.ts";
import { setCell } from "./set-cell.ts";

/** Values by field name or id. */
export type Values = Readonly<Record<string, unknown>>;

export interface Writing extends Casting {
  /** Clear what is not mentioned (PUT); else leave it alone (PATCH). */
  readonly replace?: boolean;
}

/** Writes the cells of one row, or throws the 422 that Airtable answers. A link overwrites the whole cell. */
export function writeCells(
  edit: BaseEdit,
  at: { readonly tableId: string; readonly rowId: string },
  values: Values,
  how: Writing,
): void {
  const { tableId, rowId } = at;
  const written = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(edit.table(tableId), name);
    if (FIELD_TYPES[field.type]?.computed) throw computedField(field.name);
    written.add(field.id);
    set(field, complete(edit, tableId, { field, cell: acceptCell(field, value, how) }, how));
  }
  if (!how.replace) return;
  for (const field of edit.table(tableId).fields) {
    if (!written.has(field.id) && !FIELD_TYPES[field.type]?.computed) set(field, undefined);
  }

  function set(field: Field, cell: Cell | undefined): void {
    const row = edit.row(tableId, rowId);
    if (!row) throw rowDoesNotExist(rowId);
    setCell(edit, tableId, { row, field }, cell);
  }
}

/** What a value brings with it: new select options, and for links the rows that it names. */
function complete(
  edit: BaseEdit,
  tableId: string,
  value: { readonly field: Field; readonly cell: Cell | undefined },
  how: Writing,
): Cell | undefined {
  const { field, cell } = value;
  const texts = (Array.isArray(cell) ? cell : [cell]).filter((one) => typeof one === "string");
  switch (field.type) {
    case "singleSelect":
    case "multipleSelects":
      addChoices(edit, tableId, field, texts);
      return cell;
    case "multipleRecordLinks": {
      const target = field.options?.linkedTableId ?? tableId;
      const ids = texts.map((text) => (isId("rec", text) ? text : rowNamed(edit, target, text, how)));
      for (const id of ids) if (!edit.row(target, id)) throw rowDoesNotExist(id);
      return ids.length ? ids : undefined;
    }
    default:
      return cell;
  }
}

function addChoices(edit: BaseEdit, tableId: string, field: Field, names: readonly string[]): void {
  const table = edit.table(tableId);
  const choices = fieldById(table, field.id)?.options?.choices ?? [];
  const added: Choice[] = names
    .filter((name) => !choices.some((choice) => choice.name === name))
    .map((name) => ({ id: derivedId("sel", field.id, name), name, color: "blueLight2" }));
  if (!added.length) return;
  const options = { ...field.options, choices: [...choices, ...added] };
  edit.putTable({ ...table, fields: table.fields.map((one) => (one.id === field.id ? { ...one, options } : one)) });
}

/** The row whose primary field says so; with typecast, Airtable adds it when there is none. */
function rowNamed(edit: BaseEdit, tableId: string, text: string, how: Writing): string {
  const table = edit.table(tableId);
  const page = { base: edit.base, table, now: Date.parse(edit.at) };
  for (const row of table.rows.values()) if (primaryText(page, row) === text) return row.id;
  const added = addRow(edit, tableId);
  writeCells(edit, { tableId, rowId: added }, { [table.primaryFieldId]: text }, { typecast: how.typecast });
  return added;
}
