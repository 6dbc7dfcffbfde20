import { z } from "zod";
import { newId } from "../airtable-id.ts";
import { duplicateField, duplicateTable, invalidFieldOptions } from "../api-error.ts";
import type { Base } from "../base.ts";
import type { Call } from "../call.ts";
import { addInverse } from "../fields/add-inverse.ts";
import { FIELD_TYPES } from "../fields/field-type.ts";
import { addressedTable, changeSchema, parseBody } from "./change-schema.ts";
import { NewField, newField } from "./new-field.ts";
import { showTable } from "./show-table.ts";

const NewTable = z.object({
  name: z.string(),
  description: z.string().exactOptional(),
  fields: z.array(NewField).min(1),
});

/** The first field becomes the primary one. See https://airtable.com/developers/web/api/create-table. */
export function createTable(call: Call): unknown {
  const { fields: specs, ...spec } = parseBody(call, NewTable);
  return changeSchema(call, (edit, base) => {
    checkName(base, spec.name);
    const twice = specs.find((one, index) => specs.findIndex(({ name }) => name === one.name) !== index);
    if (twice) throw duplicateField(twice.name);
    const fields = specs.map((one) => newField(base, one));
    const [primary] = fields;
    if (!primary || !FIELD_TYPES[primary.type]?.primary) {
      throw invalidFieldOptions(primary?.name ?? "", "the first field of a table must be able to be its primary field");
    }
    const views = [{ id: newId("viw"), name: "Grid view", type: "grid" }];
    const table = {
      ...spec,
      id: newId("tbl"),
      primaryFieldId: primary.id,
      fields,
      views,
      nextNumber: 1,
      rows: new Map(),
    };
    edit.putTable(table);
    for (const field of fields) addInverse(edit, table.id, field.id);
    return showTable(edit.table(table.id));
  });
}

const TableChange = z.object({ name: z.string().exactOptional(), description: z.string().exactOptional() });

/** See https://airtable.com/developers/web/api/update-table. */
export function updateTable(call: Call): unknown {
  const change = parseBody(call, TableChange);
  return changeSchema(call, (edit, base) => {
    const table = addressedTable(call, base);
    if (change.name !== undefined && change.name !== table.name) checkName(base, change.name);
    edit.putTable({ ...table, ...change });
    return showTable(edit.table(table.id));
  });
}

function checkName(base: Base, name: string): void {
  if (!name.trim() || base.tables.some((table) => table.name === name)) throw duplicateTable(name);
}
