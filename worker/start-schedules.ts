import { type Client, ScheduleAlreadyRunning, type ScheduleSpec } from "@temporalio/client";
import { RECONCILE_RECORDS, RECONCILE_SCHEDULE_ID, TASK_QUEUE } from "../workflows/contract.ts";

interface Scheduled {
  readonly scheduleId: string;
  readonly workflowType: string;
  readonly spec: ScheduleSpec;
}

const SCHEDULES: readonly Scheduled[] = [
  { scheduleId: "self-audit", workflowType: "selfAudit", spec: { intervals: [{ every: "30 minutes" }] } },
  // Twice a day: each time costs a few of the calls that Airtable allows in a month.
  {
    scheduleId: RECONCILE_SCHEDULE_ID,
    workflowType: RECONCILE_RECORDS,
    spec: { calendars: [{ hour: [5, 17], minute: 23 }] },
  },
];

/** Starts what happens by the clock; what staff have changed or paused in Temporal's own page stays so. Twice is harmless. */
export async function startSchedules({ schedule }: Client): Promise<void> {
  for (const { scheduleId, workflowType, spec } of SCHEDULES) {
    try {
      await schedule.create({
        scheduleId,
        spec,
        action: { type: "startWorkflow", workflowType, taskQueue: TASK_QUEUE, args: [] },
        policies: { overlap: "SKIP", catchupWindow: "1 day" },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
