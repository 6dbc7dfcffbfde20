/** What a cell holds. An empty cell holds nothing: it is absent, never null, "", [] or false. */
export type Cell = string | number | boolean | readonly Cell[] | { readonly [key: string]: Cell };

/** Cells by field id. */
type Cells = Readonly<Record<string, Cell>>;

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface Row {
  readonly id: string;
  /** What an autoNumber field shows: 1 for the first row of the table, never used again. */
  readonly number: number;
  readonly createdTime: string;
  readonly createdBy: User;
  readonly modifiedTime: string;
  readonly modifiedBy: User;
  readonly cells: Cells;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly color?: string;
}

/** The options that mean something here; all others are kept and shown as they came. */
export interface FieldOptions {
  readonly choices?: readonly Choice[];
  readonly linkedTableId?: string;
  readonly inverseLinkFieldId?: string;
  readonly recordLinkFieldId?: string;
  readonly fieldIdInLinkedTable?: string;
  readonly formula?: string;
  readonly max?: number;
  readonly [other: string]: unknown;
}

/** A field, as https://airtable.com/developers/web/api/field-model describes it. */
export interface Field {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description?: string;
  readonly options?: FieldOptions;
}

export interface View {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** The rows it lets through. Airtable does not show this setting to the API. */
  readonly filter?: string;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly primaryFieldId: string;
  readonly fields: readonly Field[];
  readonly views: readonly View[];
  readonly nextNumber: number;
  /** By id, in the order in which they were made. */
  readonly rows: ReadonlyMap<string, Row>;
}

export type PermissionLevel = "none" | "read" | "comment" | "edit" | "create";

export interface Base {
  readonly id: string;
  readonly name: string;
  readonly permissionLevel: PermissionLevel;
  readonly tables: readonly Table[];
}

export function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || value === false || (Array.isArray(value) && !value.length)
  );
}
