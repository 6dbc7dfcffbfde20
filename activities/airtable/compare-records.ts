import { Context } from "@temporalio/activity";
import type { Client } from "@temporalio/client";
import { isRequestId, type RecordId, type RequestId } from "../../domain/ids.ts";
import {
  type Comparison,
  compareSides,
  type Drifted,
  type KnownRequest,
  type RecordRow,
  type Renamed,
  type UnknownSkills,
  type UnusableRow,
} from "../../domain/reconciliation.ts";
import type { Column } from "../../domain/tables.ts";
import { MENTOR_REQUEST } from "../../workflows/contract.ts";
import type { Cached } from "../cached.ts";
import { whileBeating } from "../while-beating.ts";
import type { AirtableBase } from "./airtable.ts";
import { type Answers, askRecorded } from "./ask-recorded.ts";
import { type MentorTable, rowsOfMentors, rowsToMend } from "./mentors.ts";
import { rowsThere } from "./rows-there.ts";
import { pairingRows, requestRows } from "./rows-to-compare.ts";
import { unknownSkillsOf } from "./unknown-skills-of.ts";

/** The same table has just been looked through for e-mail addresses. */
const JUST_NOW_MS = 60_000;

/** Besides, what of the tables themselves somebody should mend; an earlier version did not say so. */
type Compared = Comparison & {
  readonly unusable?: readonly UnusableRow[];
  /** Rows of active mentors that have no name, and counted all the same in an earlier version. */
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
 * Pairings are looked at when `pairingsSince` is given.
 */
export const compareRecords =
  (sources: Sources) =>
  (moments: Moments): Promise<Compared> =>
    whileBeating(() => compare(sources, moments));

async function compare({ base, mentors }: Sources, { since, pairingsSince }: Moments): Promise<Compared> {
  const { client } = Context.current();
  const open = await askRecorded(client, await openRequests(client));
  const all = await requestRows(base, since, [...open.known.keys()]);
  const pairings = pairingsSince === undefined ? undefined : await pairingRows(base, pairingsSince, paired(open));
  const asked = [...open.known.keys(), ...open.silent];
  const ids = [...all.map((row) => idIn(row, base)), ...(pairings ?? []).map((row) => requestIn(row, base))];
  const closed = await askRecorded(client, others(ids, asked));
  const known = [...open.known.values(), ...closed.known.values()];
  const silent = [...open.silent, ...closed.silent];
  const rows = all.filter((row) => !silent.some((id) => id === idIn(row, base)));
  const table = await mentors.get(JUST_NOW_MS);
  const active = table.mentors.filter((mentor) => mentor.active);
  const sides = { tables: base.tables, rows, mentors: rowsOfMentors(table), known, ...(pairings && { pairings }) };
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
    unusable: rowsToMend(table),
    unknownSkills: await unknownSkillsOf(base, active),
    renamed: base.ids.renamed(),
    silent,
  };
}

/** In milliseconds. */
interface Moments {
  readonly since: number;
  readonly pairingsSince?: number;
}

async function openRequests({ workflow }: Client): Promise<readonly RequestId[]> {
  const ids: RequestId[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of workflow.list({ query })) if (isRequestId(workflowId)) ids.push(workflowId);
  return ids;
}

/** It was written before the rows were read, and has written nothing since. */
const isStill = (before: KnownRequest, after: ReadonlyMap<RequestId, KnownRequest>): boolean =>
  JSON.stringify(after.get(before.record.id)) === JSON.stringify(before);

/** A cell of these is emptied by Airtable as well, when staff remove the row that it is linked to. */
function hasLinks({ columns, pairing }: Drifted, { tables }: AirtableBase): boolean {
  const table = pairing === undefined ? tables.requests : tables.pairings;
  return Object.values<Column>(table.columns).some(({ name, links }) => links && columns.includes(name));
}

const idIn = ({ fields }: RecordRow, { tables }: AirtableBase) => fields[tables.requests.columns.id.name];
const requestIn = ({ fields }: RecordRow, { tables }: AirtableBase) => fields[tables.pairings.columns.requestId.name];

const paired = ({ known }: Answers): readonly RequestId[] =>
  [...known].filter(([, { pairings = [] }]) => pairings.length > 0).map(([id]) => id);

function others(ids: readonly unknown[], asked: readonly RequestId[]): readonly RequestId[] {
  return [...new Set(ids.filter(isRequestId))].filter((id) => !asked.includes(id));
}
