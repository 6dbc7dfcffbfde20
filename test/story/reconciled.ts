import type { OneMachine } from "../../local/one-machine.ts";
import {
  RECONCILE_RECORDS,
  RECONCILE_SCHEDULE_ID,
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

/** The same by the schedule itself: this run knows what the one before has found. */
export async function reconcileByTheClock({ client }: OneMachine): Promise<Reconciled> {
  const schedule = client.schedule.getHandle(RECONCILE_SCHEDULE_ID);
  const info = async () => (await schedule.describe()).info;
  const before = (await info()).recentActions.length;
  // As the clock begins it: the usual way of a trigger leaves out what the run before has found.
  await schedule.trigger("SKIP");
  const { action } = await eventually(async () => (await info()).recentActions[before], "the schedule to begin");
  const result = await client.workflow.getHandle<() => Promise<Reconciled>>(action.workflow.workflowId).result();
  const isNoticed = async () => (await info()).runningActions.length === 0 || undefined;
  await eventually(isNoticed, "the schedule to know that it has ended");
  return result;
}

/** Everything of this request is written down. */
export async function isRecorded({ client }: OneMachine, request: string): Promise<void> {
  const look = () => client.workflow.getHandle(request).query<Recorded>(RECORDED_QUERY);
  await eventually(async () => ((await look()).settled ? true : undefined), `the record of ${request} to be written`);
}
