import { unknownField } from "./api-error.ts";
import type { Base, Field, Table } from "./base.ts";

/** By name or id. */
export function findTable(base: Base, nameOrId: string): Table | undefined {
  const spaced = nameOrId.replaceAll("+", " ");
  return (
    base.tables.find((table) => table.id === nameOrId || table.name === nameOrId) ??
    base.tables.find((table) => table.name === spaced)
  );
}

/** By name or id; a 422 when there is none. */
export function fieldOf(table: Table, nameOrId: string): Field {
  const field = table.fields.find(({ id, name }) => id === nameOrId || name === nameOrId);
  if (!field) throw unknownField(nameOrId);
  return field;
}

/** By id, for ids that our own data refer to; a field that was removed meanwhile is simply not there. */
export function fieldById(table: Table | undefined, id: string | undefined): Field | undefined {
  return table?.fields.find((field) => field.id === id);
}

export function tableById(base: Base, id: string | undefined): Table | undefined {
  return base.tables.find((table) => table.id === id);
}
