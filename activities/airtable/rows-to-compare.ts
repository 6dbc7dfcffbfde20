import { isRecordId, type RequestId } from "../../domain/ids.ts";
import type { RecordRow } from "../../domain/reconciliation.ts";
import type { AirtableBase } from "./airtable.ts";
import { any, type Formula, is, touchedAfter } from "./formula.ts";
import { isNotOver } from "./is-not-over.ts";
import { type Row, readTable } from "./read-table.ts";

/** So many ids fit into one address. */
const IDS_AT_A_TIME = 50;

/** The rows of all requests that are open, and of those that were touched since. */
export async function requestRows(
  base: AirtableBase,
  since: number,
  open: readonly RequestId[],
): Promise<readonly RecordRow[]> {
  const { columns } = base.tables.requests;
  const filter = any(isNotOver(columns.status), touchedAfter(since));
  const rows = (await readTable(base, "requests", { filter })).filter(isRow);
  const missing = open.filter((id) => !rows.some(({ fields }) => fields[columns.id.name] === id));
  const more: RecordRow[] = [];
  for (const these of inParts(missing)) {
    const theirs = any(...these.map((id) => is(columns.id, id)));
    more.push(...(await readTable(base, "requests", { filter: theirs })).filter(isRow));
  }
  return [...rows, ...more];
}

/** All pairings of these requests, and those that were touched since; one call as long as there are not very many. */
export async function pairingRows(
  base: AirtableBase,
  since: number,
  open: readonly RequestId[],
): Promise<readonly RecordRow[]> {
  const { columns } = base.tables.pairings;
  const [first = [], ...others] = inParts(open);
  const theirs = (ids: readonly RequestId[]) => ids.map((id) => is(columns.requestId, id));
  const filters: readonly Formula[] = [
    any(touchedAfter(since), ...theirs(first)),
    ...others.map((ids) => any(...theirs(ids))),
  ];
  const rows = new Map<string, RecordRow>();
  for (const filter of filters) {
    for (const row of (await readTable(base, "pairings", { filter })).filter(isRow)) rows.set(row.id, row);
  }
  return [...rows.values()];
}

const isRow = (row: Row): row is Row & RecordRow => isRecordId(row.id);

function inParts(ids: readonly RequestId[]): readonly (readonly RequestId[])[] {
  const starts = Array.from({ length: Math.ceil(ids.length / IDS_AT_A_TIME) }, (_, index) => index * IDS_AT_A_TIME);
  return starts.map((from) => ids.slice(from, from + IDS_AT_A_TIME));
}
