import type { OneMachine } from "../../local/one-machine.ts";
import { RECONCILE_RECORDS, type Reconciled, TASK_QUEUE } from "../../workflows/contract.ts";

let runs = 0;

/** Compares the records with the requests now, as the schedule does twice a day. */
export function reconcile({ client }: OneMachine): Promise<Reconciled> {
  return client.workflow.execute<() => Promise<Reconciled>>(RECONCILE_RECORDS, {
    workflowId: `reconcile-${++runs}`,
    taskQueue: TASK_QUEUE,
    args: [],
  });
}
