import { ApplicationFailure } from "@temporalio/activity";
import { z } from "zod";
import { cellsOfPairing, cellsOfRequest } from "../../domain/cells.ts";
import { isRecordId, type RecordId } from "../../domain/ids.ts";
import type { PairingRecord } from "../../domain/pairing.ts";
import type { RequestRecord } from "../../domain/record.ts";
import type { Cached } from "../cached.ts";
import type { AirtableBase } from "./airtable.ts";
import type { MentorRow } from "./mentors.ts";

/** A mentor's row hardly ever changes its id. */
const ROWS_FRESH_MS = 24 * 60 * 60_000;
/** Airtable takes ten rows in one call. */
const AT_A_TIME = 10;

export interface Records {
  readonly base: AirtableBase;
  readonly mentors: Cached<readonly MentorRow[]>;
}

type Recording = RequestRecord & { readonly pairings?: readonly PairingRecord[] };

/**
 * Writes the whole snapshot over the row of this request, or into a new row, and a row for each pairing that has
 * changed. Twice is harmless: rows are found by their `Request ID` and `Pairing ID`, and one request has one writer.
 */
export const recordRequest =
  ({ base, mentors }: Records) =>
  async ({ pairings = [], ...record }: Recording): Promise<void> => {
    const known = record.mentor || pairings.length > 0 ? await mentors.get(ROWS_FRESH_MS) : [];
    const { requests, pairings: table } = base.tables;
    const written = await upsert(base, requests, [cellsOfRequest(base.tables, record, known)]);
    for (let from = 0; from < pairings.length; from += AT_A_TIME) {
      const rows = pairings.slice(from, from + AT_A_TIME);
      await upsert(
        base,
        table,
        rows.map((pairing) => cellsOfPairing(base.tables, pairing, { request: written, mentors: known })),
      );
    }
  };

const answer = z.object({ records: z.array(z.object({ id: z.custom<RecordId>(isRecordId) })).min(1) });

/** Rows are found by the first column of their table. Gives the id of the first of them. */
async function upsert(
  base: AirtableBase,
  { name: table, columns }: { readonly name: string; readonly columns: object },
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<RecordId> {
  const [key] = Object.values<{ readonly name: string }>(columns as Record<string, { name: string }>);
  const body = { performUpsert: { fieldsToMergeOn: [key?.name] }, records: rows.map((fields) => ({ fields })) };
  const { success, data } = answer.safeParse(await base.call({ method: "PATCH", table, body }));
  const id = success ? data.records[0]?.id : undefined;
  if (id) return id;
  throw ApplicationFailure.create({
    type: "airtable: unreadable",
    message: `Airtable: the answer to a write to ${table} was not in the form that its documentation describes; tried again soon.`,
  });
}
