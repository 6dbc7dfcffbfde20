import { Context } from "@temporalio/activity";
import type { Client } from "@temporalio/client";
import { isRecordId, isRequestId, type RecordId, type RequestId } from "../../domain/ids.ts";
import {
  type Comparison,
  compareSides,
  type Drifted,
  type KnownRequest,
  type Renamed,
  type RequestRow,
  type UnknownSkills,
  type UnusableRow,
} from "../../domain/reconciliation.ts";
import type { Column } from "../../domain/tables.ts";
import { MENTOR_REQUEST } from "../../workflows/contract.ts";
import type { Cached } from "../cached.ts";
import type { AirtableBase } from "./airtable.ts";
import { askRecorded } from "./ask-recorded.ts";
import { any, is, isNot, touchedAfter } from "./formula.ts";
import type { MentorTable } from "./mentors.ts";
import { type Row, readTable } from "./read-table.ts";
import { rowsThere } from "./rows-there.ts";
import { unknownSkillsOf } from "./unknown-skills-of.ts";

/** So many ids fit into one address. */
const IDS_AT_A_TIME = 50;

/** The same table has just been looked through for e-mail addresses. */
const JUST_NOW_MS = 60_000;

/** Besides, what of the tables themselves somebody should mend; an earlier version did not say so. */
type Compared = Comparison & {
  readonly unusable?: readonly UnusableRow[];
  /** Rows of active mentors that have no name; they count. */
  readonly nameless?: readonly RecordId[];
  readonly unknownSkills?: readonly UnknownSkills[];
  readonly renamed?: readonly Renamed[];
  /** Requests that do not answer, and are left out with their rows. */
  readonly silent?: readonly RequestId[];
};

interface Sources {
  readonly base: AirtableBase;
  readonly mentors: Cached<MentorTable>;
}

/**
 * Compares the rows with the requests, and changes nothing. Requests are asked before and after the rows are read: what
 * is about to be written is no drift. Of rows that are closed, those are read that were touched since that moment.
 */
export const compareRecords =
  ({ base, mentors }: Sources) =>
  async ({ since }: { readonly since: number }): Promise<Compared> => {
    const { client } = Context.current();
    const open = await askRecorded(client, await openRequests(client));
    const all = await readRows(base, since, [...open.known.keys()]);
    const closed = await askRecorded(client, closedAmong(all, [...open.known.keys(), ...open.silent], base));
    const known = [...open.known.values(), ...closed.known.values()];
    const silent = [...open.silent, ...closed.silent];
    const rows = all.filter((row) => !silent.some((id) => id === idIn(row, base)));
    const table = await mentors.get(JUST_NOW_MS);
    const active = table.mentors.filter((mentor) => mentor.active);
    const sides = { tables: base.tables, rows, mentors: table.mentors, known };
    const first = compareSides(sides);
    const there = first.drifted.some((one) => hasLinks(one, base)) ? await rowsThere(base) : {};
    const drifting = new Set([...first.drifted, ...first.claims].map(({ request }) => request));
    const after = (await askRecorded(client, [...drifting])).known;
    const settled = known.map((one) => ({
      ...one,
      settled: one.settled && (!drifting.has(one.record.id) || isStill(one, after)),
    }));
    return {
      ...compareSides({ ...sides, known: settled, there }),
      unusable: table.leftOut.filter(({ active, email }) => active && email === undefined),
      nameless: active.filter(({ name }) => name.trim() === "").map(({ row }) => row),
      unknownSkills: await unknownSkillsOf(base, active),
      renamed: base.ids.renamed(),
      silent,
    };
  };

async function openRequests({ workflow }: Client): Promise<readonly RequestId[]> {
  const ids: RequestId[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of workflow.list({ query })) if (isRequestId(workflowId)) ids.push(workflowId);
  return ids;
}

/** It was written before the rows were read, and has written nothing since. */
const isStill = (before: KnownRequest, after: ReadonlyMap<RequestId, KnownRequest>): boolean =>
  JSON.stringify(after.get(before.record.id)) === JSON.stringify(before);

async function readRows(base: AirtableBase, since: number, open: readonly RequestId[]): Promise<readonly RequestRow[]> {
  const { columns } = base.tables.requests;
  const filter = any(isNot(columns.status, "closed"), touchedAfter(since));
  const rows = (await readTable(base, "requests", { filter })).filter(isRow);
  const missing = open.filter((id) => !rows.some(({ fields }) => fields[columns.id.name] === id));
  const more: RequestRow[] = [];
  for (let from = 0; from < missing.length; from += IDS_AT_A_TIME) {
    const these = missing.slice(from, from + IDS_AT_A_TIME).map((id) => is(columns.id, id));
    more.push(...(await readTable(base, "requests", { filter: any(...these) })).filter(isRow));
  }
  return [...rows, ...more];
}

const isRow = (row: Row): row is Row & RequestRow => isRecordId(row.id);

/** A cell of these is emptied by Airtable as well, when staff remove the row that it is linked to. */
const hasLinks = ({ columns }: Drifted, { tables }: AirtableBase): boolean =>
  Object.values<Column>(tables.requests.columns).some(({ name, links }) => links && columns.includes(name));

const idIn = ({ fields }: RequestRow, { tables }: AirtableBase) => fields[tables.requests.columns.id.name];

function closedAmong(rows: readonly RequestRow[], others: readonly RequestId[], base: AirtableBase) {
  const ids = rows.map((row) => idIn(row, base)).filter(isRequestId);
  return [...new Set(ids)].filter((id) => !others.includes(id));
}
