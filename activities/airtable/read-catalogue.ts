import type { Catalogue } from "../../domain/catalogue.ts";
import { isRecordId } from "../../domain/ids.ts";
import type { Choice } from "../../domain/request.ts";
import type { Column } from "../../domain/tables.ts";
import type { AirtableBase } from "./airtable.ts";
import { type Row, readTable } from "./read-table.ts";

/** What the form offers, as the records have it now, by name in the alphabet. Rows without a name are left out. */
export const readCatalogue =
  ({ base }: { readonly base: AirtableBase }) =>
  async (): Promise<Catalogue> => ({
    services: await readChoices(base, "services"),
    skills: await readChoices(base, "skillsets"),
    affiliations: await readChoices(base, "affiliations"),
  });

/** The rows of one of these tables that have a name. */
export async function readChoices(
  base: AirtableBase,
  table: "services" | "skillsets" | "affiliations",
): Promise<readonly Choice[]> {
  return choicesIn(await readTable(base, table), base.tables[table].columns.name);
}

export function choicesIn(rows: readonly Row[], column: Column): readonly Choice[] {
  return rows
    .map(({ id, fields }) => ({ id, name: fields[column.name] }))
    .filter((row): row is Choice => isRecordId(row.id) && typeof row.name === "string" && row.name.trim() !== "")
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
