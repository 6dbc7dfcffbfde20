import { z } from "zod";
import { forbiddenOrNotFound, invalidRequest, notPermitted } from "../api-error.ts";
import type { Base, Table } from "../base.ts";
import type { BaseEdit } from "../base-edit.ts";
import { type Call, openBase } from "../call.ts";

/** Changes tables and fields, which takes a base creator. */
export function changeSchema<T>(call: Call, make: (edit: BaseEdit, base: Base) => T): T {
  const base = openBase(call);
  if (base.permissionLevel !== "create") throw notPermitted("perform this operation");
  const { store, now } = call.world;
  return store.change(base.id, { at: new Date(now()).toISOString(), by: call.caller.user }, (edit) => make(edit, base));
}

/** The table that the address names; the Meta API takes ids only. */
export function addressedTable(call: Call, base: Base): Table {
  const table = base.tables.find(({ id }) => id === call.params.table);
  if (!table) throw forbiddenOrNotFound();
  return table;
}

export function parseBody<T>(call: Call, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(call.body);
  if (parsed.success) return parsed.data;
  call.world.problem(`${call.method} of the schema: ${z.prettifyError(parsed.error)}`);
  throw invalidRequest();
}
