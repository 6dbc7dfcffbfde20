import { type Client, ScheduleAlreadyRunning, type ScheduleOptions } from "@temporalio/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startSchedules } from "../../worker/start-schedules.ts";

/** What a new worker asks Temporal to do by the clock; `there`: the schedules that Temporal has already. */
async function asked(there: readonly string[] = []): Promise<readonly ScheduleOptions[]> {
  const created: ScheduleOptions[] = [];
  const create = async (options: ScheduleOptions): Promise<void> => {
    if (there.includes(options.scheduleId)) throw new ScheduleAlreadyRunning("it is there", options.scheduleId);
    created.push(options);
  };
  await startSchedules({ schedule: { create } } as unknown as Client);
  return created;
}

const POLICIES = { overlap: "SKIP", catchupWindow: "1 day" };
const action = (workflowType: string) => ({ type: "startWorkflow", workflowType, taskQueue: "muster", args: [] });

const SELF_AUDIT = {
  scheduleId: "self-audit",
  spec: { intervals: [{ every: "30 minutes" }] },
  action: action("selfAudit"),
  policies: POLICIES,
};
const RECONCILE = {
  scheduleId: "reconcile-records",
  spec: { calendars: [{ hour: [5, 17], minute: 23 }], cronExpressions: ["4 0 1 1 * 2027"] },
  action: action("reconcileRecords"),
  policies: POLICIES,
};

beforeAll(() => {
  vi.useFakeTimers({ now: Date.parse("2026-12-31T23:59:30Z"), toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

test("requests are looked after every half hour; the records are compared five minutes from now, and twice a day", async () => {
  expect(await asked()).toEqual([SELF_AUDIT, RECONCILE]);
});

test("a schedule that is there already stays as staff have it, and the others are made", async () => {
  expect(await asked(["self-audit"])).toEqual([RECONCILE]);
  expect(await asked(["self-audit", "reconcile-records"])).toEqual([]);
});
