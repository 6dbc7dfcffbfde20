import { type Call, openBase } from "../call.ts";
import { showTable } from "./show-table.ts";

/** Scopes are shown for OAuth only, so not here. See https://airtable.com/developers/web/api/get-user-id-scopes. */
export function whoami({ caller }: Call): unknown {
  const { id, email } = caller.user;
  return caller.scopes.includes("user.email:read") ? { id, email } : { id };
}

/** See https://airtable.com/developers/web/api/list-bases. */
export function listBases({ caller, world }: Call): unknown {
  const bases = world.store.bases.filter(({ id }) => caller.bases.includes(id));
  return { bases: bases.map(({ id, name, permissionLevel }) => ({ id, name, permissionLevel })) };
}

/** See https://airtable.com/developers/web/api/get-base-schema. */
export function listTables(call: Call): unknown {
  const include: unknown = call.query.include;
  const visibleFieldIds = Array.isArray(include) && include.includes("visibleFieldIds");
  return { tables: openBase(call).tables.map((table) => showTable(table, { visibleFieldIds })) };
}
