import { setTimeout as delay } from "node:timers/promises";
import { isGrpcDeadlineError } from "@temporalio/client";
import { MINUTE } from "../../domain/duration.ts";
import type { RequestId } from "../../domain/ids.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { fastForward } from "../../local/temporal/time-skipping.ts";
import { RECORDED_QUERY, type Recorded } from "../../workflows/contract.ts";

/** Calls are a quarter of a second apart while there is something to write. */
const IDLE_MS = 1_000;

/**
 * Waits until all of these requests say that they are written down. When Airtable has nothing to do any more, what is
 * left waits for its next attempt, for up to ten minutes: that time is skipped.
 */
export async function untilAllIsWritten(
  { client, connection, airtable }: OneMachine,
  ids: readonly RequestId[],
  withinMs: number,
): Promise<void> {
  const isWritten = async (id: RequestId): Promise<boolean> => {
    try {
      return (await client.workflow.getHandle(id).query<Recorded>(RECORDED_QUERY)).settled;
    } catch (error) {
      // A worker that has much to do may not answer in time: it is asked again.
      if (!isGrpcDeadlineError(error)) throw error;
      return false;
    }
  };
  const deadline = performance.now() + withinMs;
  let left = ids;
  for (;;) {
    const written = await Promise.all(left.map(isWritten));
    left = left.filter((_, i) => !written[i]);
    const [first] = left;
    if (!first) return;
    if (performance.now() > deadline) throw new Error(`After ${withinMs} ms these are not written: ${left.join(", ")}`);
    const idle = Date.now() - (airtable.calls.at(-1)?.at ?? 0);
    if (idle > IDLE_MS) await fastForward(connection, first, 10 * MINUTE);
    else await delay(IDLE_MS);
  }
}
