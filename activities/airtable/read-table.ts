import { ApplicationFailure } from "@temporalio/activity";
import { z } from "zod";
import type { AirtableBase } from "./airtable.ts";

const page = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  offset: z.string().optional(),
});

export type Row = z.infer<typeof page>["records"][number];

export interface Selection {
  readonly columns: readonly string[];
  /** A formula that the rows satisfy; all rows when absent. */
  readonly filter?: string;
}

/** A table's rows, all that are selected, with these columns. Empty cells are absent. */
export async function readTable(
  base: AirtableBase,
  table: string,
  { columns, filter }: Selection,
): Promise<readonly Row[]> {
  const rows = new Map<string, Row>();
  let offset: string | undefined;
  do {
    const query = {
      pageSize: 100,
      fields: [...columns],
      ...(filter !== undefined && { filterByFormula: filter }),
      ...(offset !== undefined && { offset }),
    };
    const answer = page.safeParse(await base.call({ method: "GET", table, query }));
    if (!answer.success) {
      throw ApplicationFailure.create({
        type: "airtable: unreadable",
        message: `Airtable: the list of ${table} was not in the form that its documentation describes; tried again soon.`,
      });
    }
    // Rows that are added or removed meanwhile may shift between pages: each is kept once.
    for (const row of answer.data.records) rows.set(row.id, row);
    offset = answer.data.offset;
  } while (offset !== undefined);
  return [...rows.values()];
}
