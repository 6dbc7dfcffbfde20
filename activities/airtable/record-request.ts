import { cellsOfPairing, cellsOfRequest, type RowsThere, withoutDeadLinks } from "../../domain/cells.ts";
import type { PairingRecord } from "../../domain/pairing.ts";
import type { RequestRecord } from "../../domain/record.ts";
import type { Cached } from "../cached.ts";
import type { AirtableBase } from "./airtable.ts";
import { isRowGone } from "./airtable-failure.ts";
import { type MentorTable, rowsOfMentors } from "./mentors.ts";
import { rowsThere } from "./rows-there.ts";
import { upsertRows } from "./write-rows.ts";

/** A mentor's row hardly ever changes its id. */
const ROWS_FRESH_MS = 24 * 60 * 60_000;

export interface Records {
  readonly base: AirtableBase;
  readonly mentors: Cached<MentorTable>;
}

type Recording = RequestRecord & { readonly pairings?: readonly PairingRecord[] };

/**
 * Writes the whole snapshot over the row of this request, or into a new row, and a row for each pairing that has
 * changed. Twice is harmless: rows are found by their `Request ID` and `Pairing ID`, and one request has one writer.
 * Links to rows that staff have removed are left out.
 */
export const recordRequest =
  (records: Records) =>
  async (recording: Recording): Promise<void> => {
    try {
      await write(records, recording);
    } catch (error) {
      if (!isRowGone(error)) throw error;
      records.mentors.expire();
      await write(records, recording, await rowsThere(records.base));
    }
  };

async function write({ base, mentors }: Records, { pairings = [], ...record }: Recording, there: RowsThere = {}) {
  const known = record.mentor || pairings.length > 0 ? rowsOfMentors(await mentors.get(ROWS_FRESH_MS)) : [];
  const { requests, pairings: table } = base.tables;
  const rows = [withoutDeadLinks(cellsOfRequest(base.tables, record, known), requests.columns, there)];
  const [request] = await upsertRows(base, "requests", { by: requests.columns.id, rows });
  if (!request) return;
  await upsertRows(base, "pairings", {
    by: table.columns.key,
    rows: pairings.map((pairing) =>
      withoutDeadLinks(cellsOfPairing(base.tables, pairing, { request, mentors: known }), table.columns, there),
    ),
    goesOn: true,
  });
}
