import type { AirtableSimulator } from "../../airtable-simulator/airtable-simulator.ts";
import { LOCAL } from "../../seed/local-settings.ts";

export type ShownTable = ReturnType<AirtableSimulator["tables"]>[number];
export type ShownField = ShownTable["fields"][number];
export type ShownRow = ShownTable["rows"][number];

/** The base as it is now, and the table of it that is on show: the mentors unless another is named. */
export interface OnShow {
  readonly tables: readonly ShownTable[];
  readonly table: ShownTable | undefined;
  /** What stands for a row of any table, by its id. */
  nameOf(rowId: string): string;
}

export function onShow(airtable: AirtableSimulator, wanted = "Mentors"): OnShow {
  const tables = airtable.tables(LOCAL.airtableBase);
  const names = new Map(
    tables.flatMap(({ fields, primaryFieldId, rows }) => {
      const primary = fields.find(({ id }) => id === primaryFieldId)?.name ?? "";
      return rows.map(({ id, fields: cells }) => [id, String(cells[primary] ?? "")] as const);
    }),
  );
  return {
    tables,
    table: tables.find(({ name }) => name === wanted) ?? tables[0],
    nameOf: (rowId) => names.get(rowId) ?? rowId,
  };
}
