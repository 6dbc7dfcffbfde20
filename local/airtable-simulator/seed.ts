import type { PermissionLevel } from "./base.ts";

/** What the simulator starts with when it has no state file yet. */
export interface AirtableSeed {
  readonly bases: readonly SeedBase[];
  readonly tokens: readonly SeedToken[];
}

export interface SeedBase {
  /** "app" and 14 letters or digits; absent: derived from the name, the same at every start. */
  readonly id?: string;
  readonly name: string;
  /** What the tokens' user may do in it. Default "create". */
  readonly permissionLevel?: PermissionLevel;
  readonly tables: readonly SeedTable[];
}

export interface SeedTable {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
  /** The first is the primary field. */
  readonly fields: readonly SeedField[];
  /** Default: one "Grid view" of everything. */
  readonly views?: readonly SeedView[];
  readonly rows?: readonly SeedRow[];
}

/**
 * A field as the Meta API describes it, with three liberties: `linkedTableId`, `inverseLinkFieldId`,
 * `recordLinkFieldId` and `fieldIdInLinkedTable` may be names, choices may be bare names, and display options
 * (formats, colours) may be left out. A link without an inverse gets one, as in Airtable, named after its table.
 */
export interface SeedField {
  readonly id?: string;
  readonly name: string;
  readonly type: string;
  readonly description?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

interface SeedView {
  readonly id?: string;
  readonly name: string;
  readonly type?: string;
  /** A formula: the rows it lets through. Absent: all. */
  readonly filter?: string;
}

export interface SeedRow {
  readonly id?: string;
  readonly createdTime?: string;
  /** By name. Linked rows by id, or by what their primary field says. */
  readonly fields: Readonly<Record<string, unknown>>;
}

interface SeedToken {
  readonly token: string;
  readonly scopes: readonly Scope[];
  /** Ids of the bases it may reach. */
  readonly bases: readonly string[];
  /** Whom it acts as, in createdBy and lastModifiedBy. Default "api@example.com". */
  readonly email?: string;
}

/** The scopes that mean something here. See https://airtable.com/developers/web/api/scopes. */
export type Scope =
  | "data.records:read"
  | "data.records:write"
  | "schema.bases:read"
  | "schema.bases:write"
  | "user.email:read";
