import type { RowsThere } from "../../domain/cells.ts";
import type { Column, TableName } from "../../domain/tables.ts";
import type { AirtableBase } from "./airtable.ts";
import { readTable } from "./read-table.ts";

/** Which rows there are now of all that staff may remove, and that requests and pairings are linked to. */
export async function rowsThere(base: AirtableBase): Promise<RowsThere> {
  const { services, skillsets, affiliations, mentors } = base.tables;
  const idsOf = async (table: TableName, column: Column) =>
    new Set((await readTable(base, table, { columns: [column] })).map(({ id }) => id));
  return {
    services: await idsOf("services", services.columns.name),
    skillsets: await idsOf("skillsets", skillsets.columns.name),
    affiliations: await idsOf("affiliations", affiliations.columns.name),
    mentors: await idsOf("mentors", mentors.columns.slackId),
  };
}
