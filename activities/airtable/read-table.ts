import { ApplicationFailure } from "@temporalio/activity";
import { z } from "zod";
import type { Column, TableName } from "../../domain/tables.ts";
import type { AirtableBase } from "./airtable.ts";
import { isRefused } from "./airtable-failure.ts";
import type { Formula } from "./formula.ts";

const page = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  offset: z.string().optional(),
});

/** Cells by the names of their columns, as the settings have them. Empty cells are absent. */
export type Row = z.infer<typeof page>["records"][number];

export interface Selection {
  /** All of the table's columns that the programme knows, when absent; "all" are those that staff have added, too. */
  readonly columns?: readonly Column[] | "all";
  /** All rows when absent. */
  readonly filter?: Formula;
}

/** A table's rows, all that are selected. */
export async function readTable(
  base: AirtableBase,
  name: TableName,
  selection: Selection = {},
): Promise<readonly Row[]> {
  try {
    return await readPages(base, name, selection);
  } catch (error) {
    // A formula is written for names that somebody may have changed since; they are known anew after a refusal.
    if (!selection.filter || !isRefused(error)) throw error;
    return readPages(base, name, selection);
  }
}

async function readPages(
  base: AirtableBase,
  name: TableName,
  { columns = Object.values(base.tables[name].columns), filter }: Selection,
): Promise<readonly Row[]> {
  const { name: table } = base.tables[name];
  const ids = await base.ids.of(table);
  const rows = new Map<string, Row>();
  let offset: string | undefined;
  do {
    const query = {
      pageSize: 100,
      returnFieldsByFieldId: ids.areKnown,
      ...(columns !== "all" && { fields: columns.map((column) => ids.idOf(column.name)) }),
      ...(filter && { filterByFormula: filter(ids.nameToday) }),
      ...(offset !== undefined && { offset }),
    };
    const answer = page.safeParse(await base.call({ method: "GET", table, query, goesOn: offset !== undefined }));
    if (!answer.success) {
      throw ApplicationFailure.create({
        type: "airtable: unreadable",
        message: `Airtable: the list of ${table} was not in the form that its documentation describes; tried again soon.`,
      });
    }
    // Rows that are added or removed meanwhile may shift between pages: each is kept once.
    for (const { id, fields } of answer.data.records) rows.set(id, { id, fields: named(fields, ids.nameOf) });
    offset = answer.data.offset;
  } while (offset !== undefined);
  return [...rows.values()];
}

function named(fields: Row["fields"], nameOf: (id: string) => string): Row["fields"] {
  return Object.fromEntries(Object.entries(fields).map(([id, cell]) => [nameOf(id), cell]));
}
