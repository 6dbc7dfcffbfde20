import { z } from "zod";
import { duplicateField, forbiddenOrNotFound } from "../api-error.ts";
import type { Table } from "../base.ts";
import type { Call } from "../call.ts";
import { addInverse, putField } from "../fields/add-inverse.ts";
import { fieldById } from "../find-in-schema.ts";
import { addressedTable, changeSchema, parseBody } from "./change-schema.ts";
import { NewField, newField } from "./new-field.ts";

/** See https://airtable.com/developers/web/api/create-field. */
export function createField(call: Call): unknown {
  const spec = parseBody(call, NewField);
  return changeSchema(call, (edit, base) => {
    const table = addressedTable(call, base);
    checkName(table, spec.name);
    const field = newField(base, spec);
    edit.putTable({ ...table, fields: [...table.fields, field] });
    addInverse(edit, table.id, field.id);
    return fieldById(edit.table(table.id), field.id);
  });
}

const FieldChange = z.object({ name: z.string().exactOptional(), description: z.string().exactOptional() });

/** Name and description only; a type cannot be changed. See https://airtable.com/developers/web/api/update-field. */
export function updateField(call: Call): unknown {
  const change = parseBody(call, FieldChange);
  return changeSchema(call, (edit, base) => {
    const table = addressedTable(call, base);
    const field = fieldById(table, call.params.field);
    if (!field) throw forbiddenOrNotFound();
    if (change.name !== undefined && change.name !== field.name) checkName(table, change.name);
    const changed = { ...field, ...change };
    putField(edit, table.id, changed);
    return changed;
  });
}

export function checkName(table: Table, name: string): void {
  if (!name.trim() || table.fields.some((field) => field.name === name)) throw duplicateField(name);
}
