import { expect } from "vitest";
import { MINUTE } from "../../domain/duration.ts";
import { RECONCILE_SCHEDULE_ID } from "../../workflows/contract.ts";
import { eventually, story } from "./story.ts";

story("the records are compared soon after the very first start, and later only twice a day", async (s) => {
  const started = Date.now();
  const schedule = s.machine.client.schedule.getHandle(RECONCILE_SCHEDULE_ID);
  const nextTimes = () =>
    eventually(async () => {
      const { nextActionTimes } = (await schedule.describe()).info;
      return nextActionTimes.length > 1 ? nextActionTimes : undefined;
    }, "the schedule to know when it runs next");

  const [first, ...later] = await nextTimes();
  expect(first?.getTime()).toBeGreaterThan(started);
  expect(first?.getTime()).toBeLessThanOrEqual(started + 5 * MINUTE);
  for (const time of later) expect(time.toISOString()).toMatch(/T(05|17):23:00/);

  await s.machine.worker.stop();
  await s.machine.startWorker();
  expect(await nextTimes()).toEqual([first, ...later]);
});
