import { isId } from "./airtable-id.ts";
import { forbiddenOrNotFound, notFound, notPermitted } from "./api-error.ts";
import type { Base, Table } from "./base.ts";
import type { BaseEdit } from "./base-edit.ts";
import { findTable } from "./find-in-schema.ts";
import type { Iterators } from "./records/iterators.ts";
import type { Page } from "./records/read-cell.ts";
import type { Store, Token } from "./store.ts";

/** What a handler works with beside the call itself. */
export interface World {
  readonly store: Store;
  readonly iterators: Iterators;
  readonly now: () => number;
  /** Notes what no documented client would ask. */
  readonly problem: (text: string) => void;
}

/** A call whose token and scope have been checked. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly caller: Token;
  readonly world: World;
}

/** The base that the address names, if the token reaches it. */
export function openBase(call: Pick<Call, "params" | "caller" | "world">): Base {
  const id = call.params.base ?? "";
  if (!isId("app", id)) throw notFound();
  const base = call.world.store.base(id);
  if (!base || !call.caller.bases.includes(id)) throw forbiddenOrNotFound();
  return base;
}

export function openTable(call: Call): Page {
  const base = openBase(call);
  const table = findTable(base, call.params.table ?? "");
  if (!table) throw forbiddenOrNotFound();
  return { base, table, now: call.world.now() };
}

/** Changes records of the table, if the user may. The page that comes back shows the table after it. */
export function changeTable<T>(
  call: Call,
  what: "create" | "update" | "delete",
  make: (edit: BaseEdit, table: Table) => T,
): { made: T; page: Page } {
  const { base, table } = openTable(call);
  if (base.permissionLevel !== "edit" && base.permissionLevel !== "create") {
    throw notPermitted(`${what} records in table ${table.name} (${table.id})`);
  }
  const { store, now } = call.world;
  const by = { at: new Date(now()).toISOString(), by: call.caller.user };
  const made = store.change(base.id, by, (edit) => make(edit, table));
  return { made, page: openTable(call) };
}
