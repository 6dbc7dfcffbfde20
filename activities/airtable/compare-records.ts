import { Context } from "@temporalio/activity";
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import { isRecordId, isRequestId, type RequestId } from "../../domain/ids.ts";
import { type Comparison, compareSides, type KnownRequest, type RequestRow } from "../../domain/reconciliation.ts";
import { MENTOR_REQUEST, RECORDED_QUERY, type Recorded } from "../../workflows/contract.ts";
import type { Cached } from "../cached.ts";
import type { AirtableBase } from "./airtable.ts";
import type { MentorRow } from "./mentors.ts";
import { type Row, readTable } from "./read-table.ts";

/** So many ids fit into one address. */
const IDS_AT_A_TIME = 50;

interface Sources {
  readonly base: AirtableBase;
  readonly mentors: Cached<readonly MentorRow[]>;
}

/**
 * Compares the rows with the requests, and changes nothing. Requests are asked before and after the rows are read: what
 * is about to be written is no drift. Of rows that are closed, those are read that were touched since that moment.
 */
export const compareRecords =
  ({ base, mentors }: Sources) =>
  async ({ since }: { readonly since: number }): Promise<Comparison> => {
    const { client } = Context.current();
    const before = await recordedOf(client, await openRequests(client));
    const rows = await readRows(base, since, [...before.keys()]);
    const closed = await recordedOf(client, closedAmong(rows, before, base));
    const known = [...before.values(), ...closed.values()];
    const sides = { tables: base.tables, rows, mentors: await mentors.get(0) };
    const first = compareSides({ ...sides, known });
    const drifting = new Set([...first.drifted, ...first.claims].map(({ request }) => request));
    const after = await recordedOf(client, [...drifting]);
    const settled = known.map((one) => ({
      ...one,
      settled: one.settled && (!drifting.has(one.record.id) || isStill(one, after)),
    }));
    return compareSides({ ...sides, known: settled });
  };

async function openRequests({ workflow }: Client): Promise<readonly RequestId[]> {
  const ids: RequestId[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of workflow.list({ query })) if (isRequestId(workflowId)) ids.push(workflowId);
  return ids;
}

/** What each of these has written, or is about to. Left out: who is not known to Temporal. */
async function recordedOf({ workflow }: Client, ids: readonly RequestId[]): Promise<Map<RequestId, KnownRequest>> {
  const found = new Map<RequestId, KnownRequest>();
  for (const id of ids) {
    Context.current().heartbeat();
    try {
      const recorded = await workflow.getHandle(id).query<Recorded>(RECORDED_QUERY);
      found.set(id, { ...recorded, open: recorded.record.status !== "closed" });
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
  return found;
}

/** It was written before the rows were read, and has written nothing since. */
const isStill = (before: KnownRequest, after: ReadonlyMap<RequestId, KnownRequest>): boolean =>
  JSON.stringify(after.get(before.record.id)) === JSON.stringify(before);

async function readRows(base: AirtableBase, since: number, open: readonly RequestId[]): Promise<readonly RequestRow[]> {
  const { name: table, columns } = base.tables.requests;
  const names = Object.values(columns).map(({ name }) => name);
  const moment = new Date(since).toISOString();
  const filter = `OR({${columns.status.name}} != "closed", IS_AFTER(LAST_MODIFIED_TIME(), "${moment}"))`;
  const rows = (await readTable(base, table, { columns: names, filter })).filter(isRow);
  const missing = open.filter((id) => !rows.some(({ fields }) => fields[columns.id.name] === id));
  const more: RequestRow[] = [];
  for (let from = 0; from < missing.length; from += IDS_AT_A_TIME) {
    const ids = missing.slice(from, from + IDS_AT_A_TIME);
    // A request's id holds letters, digits and dashes only, so that nothing in the formula needs escaping.
    const these = `OR(${ids.map((id) => `{${columns.id.name}} = "${id}"`).join(", ")})`;
    more.push(...(await readTable(base, table, { columns: names, filter: these })).filter(isRow));
  }
  return [...rows, ...more];
}

const isRow = (row: Row): row is Row & RequestRow => isRecordId(row.id);

function closedAmong(rows: readonly RequestRow[], open: ReadonlyMap<string, unknown>, { tables }: AirtableBase) {
  const ids = rows.map(({ fields }) => fields[tables.requests.columns.id.name]).filter(isRequestId);
  return [...new Set(ids)].filter((id) => !open.has(id));
}
