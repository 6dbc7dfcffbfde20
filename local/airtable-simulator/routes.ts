import type { Call } from "./call.ts";
import { createField, updateField } from "./meta/change-fields.ts";
import { createTable, updateTable } from "./meta/change-tables.ts";
import { listBases, listTables, whoami } from "./meta/read-schema.ts";
import { createRecords } from "./records/create-records.ts";
import { deleteRecord, deleteRecords } from "./records/delete-records.ts";
import { getRecord } from "./records/get-record.ts";
import { listRecords, listRecordsByPost } from "./records/list-records.ts";
import { updateRecord, updateRecords } from "./records/update-records.ts";
import type { Scope } from "./seed.ts";

export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  /** What the token must have; absent: any valid token will do. */
  readonly scope?: Scope;
  /** How faults and the log of calls name what it is about: the table's name, with this after it, or this alone. */
  readonly about:
    | { readonly table: "named"; readonly suffix?: string }
    | { readonly table: "none"; readonly name: string };
  readonly answer: (call: Call) => unknown;
}

const RECORDS = { table: "named" } as const;
const meta = (name: string) => ({ table: "none", name: `meta/${name}` }) as const;

/** Not "meta" or "bases": those begin the addresses of other parts of the API. */
const BASE = ":base(^(?!meta$|bases$).*$)";
const TABLE = `/v0/${BASE}/:table`;
const RECORD = `/v0/${BASE}/:table/:record`;
const SCHEMA = "/v0/meta/bases/:base/tables";

/** All that the simulator supports, of https://airtable.com/developers/web/api/introduction. Everything else is NOT_FOUND. */
export const ROUTES: readonly Route[] = [
  { method: "GET", path: TABLE, scope: "data.records:read", about: RECORDS, answer: listRecords },
  {
    method: "POST",
    path: `${TABLE}/listRecords`,
    scope: "data.records:read",
    about: { table: "named", suffix: "/listRecords" },
    answer: listRecordsByPost,
  },
  { method: "GET", path: RECORD, scope: "data.records:read", about: RECORDS, answer: getRecord },
  { method: "POST", path: TABLE, scope: "data.records:write", about: RECORDS, answer: createRecords },
  { method: "PATCH", path: TABLE, scope: "data.records:write", about: RECORDS, answer: updateRecords },
  { method: "PUT", path: TABLE, scope: "data.records:write", about: RECORDS, answer: updateRecords },
  { method: "PATCH", path: RECORD, scope: "data.records:write", about: RECORDS, answer: updateRecord },
  { method: "PUT", path: RECORD, scope: "data.records:write", about: RECORDS, answer: updateRecord },
  { method: "DELETE", path: TABLE, scope: "data.records:write", about: RECORDS, answer: deleteRecords },
  { method: "DELETE", path: RECORD, scope: "data.records:write", about: RECORDS, answer: deleteRecord },
  { method: "GET", path: "/v0/meta/whoami", about: meta("whoami"), answer: whoami },
  { method: "GET", path: "/v0/meta/bases", scope: "schema.bases:read", about: meta("bases"), answer: listBases },
  { method: "GET", path: SCHEMA, scope: "schema.bases:read", about: meta("tables"), answer: listTables },
  { method: "POST", path: SCHEMA, scope: "schema.bases:write", about: meta("tables"), answer: createTable },
  {
    method: "PATCH",
    path: `${SCHEMA}/:table`,
    scope: "schema.bases:write",
    about: meta("tables"),
    answer: updateTable,
  },
  {
    method: "POST",
    path: `${SCHEMA}/:table/fields`,
    scope: "schema.bases:write",
    about: meta("fields"),
    answer: createField,
  },
  {
    method: "PATCH",
    path: `${SCHEMA}/:table/fields/:field`,
    scope: "schema.bases:write",
    about: meta("fields"),
    answer: updateField,
  },
];
