import { Context } from "@temporalio/activity";
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import type { ActOf } from "../../domain/act.ts";
import { type Cells, cellsOfPairing, cellsOfRequest, type RowsThere, withoutDeadLinks } from "../../domain/cells.ts";
import { type ActionId, actionId, isMemberId, type MemberId, type RequestId, recordId } from "../../domain/ids.ts";
import type { ClaimByHand, Drifted } from "../../domain/reconciliation.ts";
import type { MentorRequest } from "../../domain/request.ts";
import {
  type People,
  RECORD_AGAIN_SIGNAL,
  RECORDED_QUERY,
  REQUEST_QUERY,
  type Recorded,
} from "../../workflows/contract.ts";
import { whileBeating } from "../while-beating.ts";
import { isRowGone } from "./airtable-failure.ts";
import { ask } from "./ask-recorded.ts";
import { is } from "./formula.ts";
import { rowsOfMentors } from "./mentors.ts";
import { readTable } from "./read-table.ts";
import { type Records, recordRequest } from "./record-request.ts";
import { rowsThere } from "./rows-there.ts";
import { updateRows } from "./write-rows.ts";

/** The same table has just been compared. */
const JUST_NOW_MS = 60_000;

const LOOKS = 20;
const BETWEEN_LOOKS_MS = 250;

/** Lets each request write its rows again; of one that is over, this writes what has changed. Twice is harmless. */
export const putRight =
  (records: Records) =>
  ({ drifted }: { readonly drifted: readonly Drifted[] }): Promise<void> =>
    whileBeating(async () => {
      const { client } = Context.current();
      const there = drifted.some(({ row }) => row) ? await rowsThere(records.base) : {};
      const steps = [
        // Before a request writes again: it would make another row beside the one that has lost its id.
        ...drifted.map((one) => () => giveBackItsId(records, one)),
        ...drifted.map((one) => () => (one.row ? writeChanged(records, one, there) : writeAgain(records, one, client))),
      ];
      for (const step of steps) {
        try {
          await step();
        } catch (error) {
          // Staff have removed the row meanwhile: the next comparison sees that.
          if (!isRowGone(error)) throw error;
        }
      }
    });

async function giveBackItsId({ base }: Records, { request, pairing, lostRow }: Drifted): Promise<void> {
  if (!lostRow) return;
  const { requests, pairings } = base.tables;
  if (pairing) await updateRows(base, "pairings", [{ id: lostRow, fields: { [pairings.columns.key.name]: pairing } }]);
  else await updateRows(base, "requests", [{ id: lostRow, fields: { [requests.columns.id.name]: request } }]);
}

async function writeAgain(records: Records, { request, open }: Drifted, client: Client): Promise<void> {
  if (open && (await recordAgain(client, request))) return;
  const { record, pairings = [] } = await recorded(client, request);
  await recordRequest(records)({ ...record, pairings });
}

async function writeChanged(records: Records, drifted: Drifted, there: RowsThere): Promise<void> {
  const { row, pairing, columns: changed } = drifted;
  if (!row) return;
  const name = pairing === undefined ? "requests" : "pairings";
  const cells = pairing === undefined ? await cellsOf(records, drifted) : await cellsOfIts(records, drifted, pairing);
  const wanted = Object.entries(withoutDeadLinks(cells, records.base.tables[name].columns, there));
  const fields = Object.fromEntries(wanted.filter(([column]) => changed.includes(column)));
  await updateRows(records.base, name, [{ id: row, fields }]);
}

async function cellsOf({ base, mentors }: Records, { request }: Drifted): Promise<Cells> {
  const { record } = await recorded(Context.current().client, request);
  return cellsOfRequest(base.tables, record, rowsOfMentors(await mentors.get(JUST_NOW_MS)));
}

async function cellsOfIts({ base, mentors }: Records, { request, columns }: Drifted, key: string): Promise<Cells> {
  const { pairings = [] } = await recorded(Context.current().client, request);
  const pairing = pairings.find((one) => one.key === key);
  if (!pairing) return {};
  const { id } = base.tables.requests.columns;
  const isLinked = columns.includes(base.tables.pairings.columns.request.name);
  const [row] = isLinked ? await readTable(base, "requests", { columns: [id], filter: is(id, request) }) : [];
  const known = rowsOfMentors(await mentors.get(JUST_NOW_MS));
  return cellsOfPairing(base.tables, pairing, { request: row && recordId(row.id), mentors: known });
}

const recorded = (client: Client, request: RequestId): Promise<Recorded> =>
  client.workflow.getHandle(request).query<Recorded>(RECORDED_QUERY);

/** Which claims came to nothing; an earlier version did not say. */
type Given = { readonly refused: readonly ClaimByHand[] } | undefined;

/** Gives a request to the mentor whom staff wrote into its row, in the name of whoever coordinates. Twice is harmless. */
export const giveAsRecorded =
  ({ people }: { readonly people: People }) =>
  ({ claims }: { readonly claims: readonly ClaimByHand[] }): Promise<Given> =>
    whileBeating(async () => {
      const { client, info } = Context.current();
      const { by, as } = inTheNameOf(people);
      const refused: ClaimByHand[] = [];
      for (const claim of claims) {
        const { request, mentor } = claim;
        const id = actionId(`by-hand-${mentor}-${info.workflowExecution?.runId.slice(0, 13)}`);
        const act: ActOf<"assign"> = { do: "assign", by, as, actionId: id, mentor };
        const handle = client.workflow.getHandle(request);
        await unlessOver(() => handle.signal(act.do, act));
        // Should it be refused, the row is put right again.
        await recordAgain(client, request);
        if (!(await isGiven(client, claim, id))) refused.push(claim);
      }
      return { refused };
    });

/** Whether the mentor has it, once the request has decided: at once, unless it stands still. */
async function isGiven(client: Client, { request, mentor }: ClaimByHand, id: ActionId): Promise<boolean> {
  for (let look = 0; look < LOOKS; look++) {
    const state = await ask<MentorRequest>(client, request, REQUEST_QUERY);
    if (typeof state === "string") return false;
    const { standing, heard } = state;
    if ("by" in standing && standing.by === mentor) return true;
    if (heard.includes(id) || standing.status === "closed") return false;
    await Context.current().sleep(BETWEEN_LOOKS_MS);
  }
  return false;
}

function inTheNameOf({ coordinator, coordinators, ceo }: People): { by: MemberId; as: "coordinator" | "ceo" } {
  const someone = isMemberId(coordinator) ? coordinator : coordinators[0];
  return someone ? { by: someone, as: "coordinator" } : { by: ceo, as: "ceo" };
}

const recordAgain = ({ workflow }: Client, request: string): Promise<boolean> =>
  unlessOver(() => workflow.getHandle(request).signal(RECORD_AGAIN_SIGNAL));

async function unlessOver(signal: () => Promise<unknown>): Promise<boolean> {
  try {
    await signal();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
