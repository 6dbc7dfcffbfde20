import type { Catalogue } from "../../domain/catalogue.ts";
import { isRecordId } from "../../domain/ids.ts";
import type { Choice } from "../../domain/request.ts";
import type { AirtableBase } from "./airtable.ts";
import { readTable } from "./read-table.ts";

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
  const { columns } = base.tables[table];
  const rows = await readTable(base, table);
  return rows
    .map(({ id, fields }) => ({ id, name: fields[columns.name.name] }))
    .filter((row): row is Choice => isRecordId(row.id) && typeof row.name === "string" && row.name.trim() !== "")
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
