import { type Client, ScheduleAlreadyRunning, type ScheduleSpec } from "@temporalio/client";
import { MINUTE } from "../domain/duration.ts";
import { RECONCILE_RECORDS, RECONCILE_SCHEDULE_ID, TASK_QUEUE } from "../workflows/contract.ts";

interface Scheduled {
  readonly scheduleId: string;
  readonly workflowType: string;
  readonly spec: ScheduleSpec;
}

/** Whoever installs the programme has the rest of it running by then, and is still there. */
const FIRST_AFTER = 5 * MINUTE;

const schedulesFrom = (now: number): readonly Scheduled[] => [
  { scheduleId: "self-audit", workflowType: "selfAudit", spec: { intervals: [{ every: "30 minutes" }] } },
  // Twice a day: each time costs a few of the calls that Airtable allows in a month. And once soon after the first start,
  // which alone writes this down: a new base is not left alone for hours.
  {
    scheduleId: RECONCILE_SCHEDULE_ID,
    workflowType: RECONCILE_RECORDS,
    spec: { calendars: [{ hour: [5, 17], minute: 23 }], cronExpressions: [onceAt(now + FIRST_AFTER)] },
  },
];

/** The minute in which this moment lies, in UTC, of that one year. */
function onceAt(moment: number): string {
  const at = new Date(moment);
  return `${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} * ${at.getUTCFullYear()}`;
}

/** Starts what happens by the clock; what staff have changed or paused in Temporal's own page stays so. Twice is harmless. */
export async function startSchedules({ schedule }: Client): Promise<void> {
  for (const { scheduleId, workflowType, spec } of schedulesFrom(Date.now())) {
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
