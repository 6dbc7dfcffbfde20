import { ApplicationFailure } from "@temporalio/activity";
import { z } from "zod";
import type { Cells } from "../../domain/cells.ts";
import { isRecordId, type RecordId } from "../../domain/ids.ts";
import type { Column, TableName } from "../../domain/tables.ts";
import type { AirtableBase } from "./airtable.ts";
import type { TableIds } from "./ids-in-base.ts";

/** Airtable takes ten rows in one call. */
const AT_A_TIME = 10;

const answer = z.object({ records: z.array(z.object({ id: z.custom<RecordId>(isRecordId) })) });

/**
 * Writes over the rows that have the same cell in that column, or into new ones; gives their ids in the same order.
 * Twice is harmless. With `goesOn` it goes on with what an earlier call has begun.
 */
export async function upsertRows(
  base: AirtableBase,
  name: TableName,
  { by, rows, goesOn = false }: { readonly by: Column; readonly rows: readonly Cells[]; readonly goesOn?: boolean },
): Promise<readonly RecordId[]> {
  const { name: table } = base.tables[name];
  const ids = await base.ids.of(table);
  const written: RecordId[] = [];
  for (const some of inTens(rows)) {
    const records = some.map((fields) => ({ fields: byId(fields, ids) }));
    const body = { performUpsert: { fieldsToMergeOn: [ids.idOf(by.name)] }, records };
    const { success, data } = answer.safeParse(
      await base.call({ method: "PATCH", table, body, goesOn: goesOn || written.length > 0 }),
    );
    if (!success || data.records.length < some.length) throw unreadable(table);
    written.push(...data.records.map(({ id }) => id));
  }
  return written;
}

/** Writes these cells into rows that there are. Twice is harmless. */
export async function updateRows(
  base: AirtableBase,
  name: TableName,
  rows: readonly { readonly id: string; readonly fields: Cells }[],
): Promise<void> {
  const { name: table } = base.tables[name];
  const ids = await base.ids.of(table);
  for (const some of inTens(rows)) {
    const records = some.map(({ id, fields }) => ({ id, fields: byId(fields, ids) }));
    await base.call({ method: "PATCH", table, body: { records } });
  }
}

function inTens<One>(all: readonly One[]): readonly (readonly One[])[] {
  const starts = Array.from({ length: Math.ceil(all.length / AT_A_TIME) }, (_, index) => index * AT_A_TIME);
  return starts.map((from) => all.slice(from, from + AT_A_TIME));
}

function byId(fields: Cells, { idOf }: TableIds): Cells {
  return Object.fromEntries(Object.entries(fields).map(([name, cell]) => [idOf(name), cell]));
}

function unreadable(table: string): ApplicationFailure {
  return ApplicationFailure.create({
    type: "airtable: unreadable",
    message: `Airtable: the answer to a write to ${table} was not in the form that its documentation describes; tried again soon.`,
  });
}
