import type { OneMachine } from "../../local/one-machine.ts";
import {
  RECONCILE_RECORDS,
  RECORDED_QUERY,
  type Reconciled,
  type Recorded,
  TASK_QUEUE,
} from "../../workflows/contract.ts";
import { eventually } from "./story.ts";

let runs = 0;

/** Compares the records with the requests now, as the schedule does twice a day. */
export function reconcile({ client }: OneMachine): Promise<Reconciled> {
  return client.workflow.execute<() => Promise<Reconciled>>(RECONCILE_RECORDS, {
    workflowId: `reconcile-${++runs}`,
    taskQueue: TASK_QUEUE,
    args: [],
  });
}

/** Everything of this request is written down. */
export async function isRecorded({ client }: OneMachine, request: string): Promise<void> {
  const look = () => client.workflow.getHandle(request).query<Recorded>(RECORDED_QUERY);
  await eventually(async () => ((await look()).settled ? true : undefined), `the record of ${request} to be written`);
}
