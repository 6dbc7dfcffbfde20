import { Context } from "@temporalio/activity";
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import type { ActOf } from "../../domain/act.ts";
import { cellsOfRequest } from "../../domain/cells.ts";
import { actionId, isMemberId, type MemberId } from "../../domain/ids.ts";
import type { ClaimByHand, Drifted } from "../../domain/reconciliation.ts";
import { type People, RECORD_AGAIN_SIGNAL, RECORDED_QUERY, type Recorded } from "../../workflows/contract.ts";
import { type Records, recordRequest } from "./record-request.ts";
import { updateRows } from "./write-rows.ts";

/** The same table has just been compared. */
const JUST_NOW_MS = 60_000;

/** Lets each request write its row again; of one that is over, this writes what has changed. Twice is harmless. */
export const putRight =
  (records: Records) =>
  async ({ drifted }: { readonly drifted: readonly Drifted[] }): Promise<void> => {
    const { client, metricMeter } = Context.current();
    const { columns } = records.base.tables.requests;
    for (const { request, lostRow, open, row, columns: changed } of drifted) {
      Context.current().heartbeat();
      if (row) {
        const wanted = Object.entries(await wantedCells(records, client, request));
        const fields = Object.fromEntries(wanted.filter(([name]) => changed.includes(name)));
        await updateRows(records.base, "requests", [{ id: row, fields }]);
        continue;
      }
      if (lostRow) {
        await updateRows(records.base, "requests", [{ id: lostRow, fields: { [columns.id.name]: request } }]);
      }
      if (!open || !(await recordAgain(client, request))) {
        const { record } = await client.workflow.getHandle(request).query<Recorded>(RECORDED_QUERY);
        await recordRequest(records)(record);
      }
    }
    metricMeter.createCounter("muster_records_put_right").add(drifted.length);
  };

async function wantedCells({ base, mentors }: Records, { workflow }: Client, request: string) {
  const { record } = await workflow.getHandle(request).query<Recorded>(RECORDED_QUERY);
  return cellsOfRequest(base.tables, record, (await mentors.get(JUST_NOW_MS)).mentors);
}

/** Gives a request to the mentor whom staff wrote into its row, in the name of whoever coordinates. Twice is harmless. */
export const giveAsRecorded =
  ({ people }: { readonly people: People }) =>
  async ({ claims }: { readonly claims: readonly ClaimByHand[] }): Promise<void> => {
    const { client, info } = Context.current();
    const { by, as } = inTheNameOf(people);
    for (const { request, mentor } of claims) {
      const id = actionId(`by-hand-${mentor}-${info.workflowExecution?.runId.slice(0, 13)}`);
      const act: ActOf<"assign"> = { do: "assign", by, as, actionId: id, mentor };
      const handle = client.workflow.getHandle(request);
      await unlessOver(() => handle.signal(act.do, act));
      // Should it be refused, the row is put right again.
      await recordAgain(client, request);
    }
  };

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
