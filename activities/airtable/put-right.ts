import { Context } from "@temporalio/activity";
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import type { ActOf } from "../../domain/act.ts";
import { cellsOfRequest, type RowsThere, withoutDeadLinks } from "../../domain/cells.ts";
import { type ActionId, actionId, isMemberId, type MemberId, type RecordId } from "../../domain/ids.ts";
import type { ClaimByHand, Drifted } from "../../domain/reconciliation.ts";
import type { MentorRequest } from "../../domain/request.ts";
import {
  type People,
  RECORD_AGAIN_SIGNAL,
  RECORDED_QUERY,
  REQUEST_QUERY,
  type Recorded,
} from "../../workflows/contract.ts";
import { isRowGone } from "./airtable-failure.ts";
import { ask } from "./ask-recorded.ts";
import { type Records, recordRequest } from "./record-request.ts";
import { rowsThere } from "./rows-there.ts";
import { updateRows } from "./write-rows.ts";

/** The same table has just been compared. */
const JUST_NOW_MS = 60_000;

const LOOKS = 20;
const BETWEEN_LOOKS_MS = 250;

/** Lets each request write its row again; of one that is over, this writes what has changed. Twice is harmless. */
export const putRight =
  (records: Records) =>
  async ({ drifted }: { readonly drifted: readonly Drifted[] }): Promise<void> => {
    const { client } = Context.current();
    const there = drifted.some(({ row }) => row) ? await rowsThere(records.base) : {};
    for (const one of drifted) {
      Context.current().heartbeat();
      try {
        if (one.row) await writeChanged(records, { ...one, row: one.row }, there);
        else await writeAgain(records, one, client);
      } catch (error) {
        // Staff have removed the row meanwhile: the next comparison sees that.
        if (!isRowGone(error)) throw error;
      }
    }
  };

async function writeAgain(records: Records, { request, lostRow, open }: Drifted, client: Client): Promise<void> {
  const { id } = records.base.tables.requests.columns;
  if (lostRow) await updateRows(records.base, "requests", [{ id: lostRow, fields: { [id.name]: request } }]);
  if (open && (await recordAgain(client, request))) return;
  const { record } = await client.workflow.getHandle(request).query<Recorded>(RECORDED_QUERY);
  await recordRequest(records)(record);
}

async function writeChanged(
  { base, mentors }: Records,
  { request, row, columns: changed }: Drifted & { readonly row: RecordId },
  there: RowsThere,
): Promise<void> {
  const { tables } = base;
  const { record } = await Context.current().client.workflow.getHandle(request).query<Recorded>(RECORDED_QUERY);
  const all = cellsOfRequest(tables, record, (await mentors.get(JUST_NOW_MS)).mentors);
  const wanted = Object.entries(withoutDeadLinks(all, tables.requests.columns, there));
  const fields = Object.fromEntries(wanted.filter(([name]) => changed.includes(name)));
  await updateRows(base, "requests", [{ id: row, fields }]);
}

/** Which claims came to nothing; an earlier version did not say. */
type Given = { readonly refused: readonly ClaimByHand[] } | undefined;

/** Gives a request to the mentor whom staff wrote into its row, in the name of whoever coordinates. Twice is harmless. */
export const giveAsRecorded =
  ({ people }: { readonly people: People }) =>
  async ({ claims }: { readonly claims: readonly ClaimByHand[] }): Promise<Given> => {
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
  };

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
