import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Connection, WorkflowClient } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { fastForward, SkippingClient, virtualNow } from "../../../local/temporal/time-skipping.ts";
import { countDays, sleepFor, sleepUntilWoken, wakeUp } from "./waiting-workflows.ts";

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;

const taskQueue = `time-skipping-${randomUUID()}`;
let connection: Connection;
let skipping: SkippingClient;
let plain: WorkflowClient;
let stop: () => Promise<void>;

beforeAll(async () => {
  const address = inject("temporalAddress");
  connection = await Connection.connect({ address });
  skipping = new SkippingClient({ connection });
  plain = new WorkflowClient({ connection });
  const native = await NativeConnection.connect({ address });
  const workflowsPath = fileURLToPath(new URL("waiting-workflows.ts", import.meta.url));
  const worker = await Worker.create({ connection: native, taskQueue, workflowsPath });
  const running = worker.run();
  stop = async () => {
    worker.shutdown();
    await running;
    await native.close();
    await connection.close();
  };
}, 120_000);
afterAll(() => stop());

const workflowId = () => `time-skipping-${randomUUID()}`;

test("three days pass in well under a second", async () => {
  await skipping.execute(sleepFor, { args: [1000], taskQueue, workflowId: workflowId() });
  const start = performance.now();

  const slept = await skipping.execute(sleepFor, { args: [3 * DAY], taskQueue, workflowId: workflowId() });

  expect(slept).toBeCloseTo(3 * DAY, -5);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("the clock goes exactly as far as it is told, for one workflow only", async () => {
  const [one, other] = [workflowId(), workflowId()];
  await plain.start(sleepFor, { args: [3 * DAY], taskQueue, workflowId: one });
  await plain.start(sleepFor, { args: [3 * DAY], taskQueue, workflowId: other });

  expect(await fastForward(connection, one, DAY)).toBe("reached");

  expect(Math.abs((await virtualNow(connection, one)) - (Date.now() + DAY))).toBeLessThan(MINUTE);
  expect(Math.abs((await virtualNow(connection, other)) - Date.now())).toBeLessThan(MINUTE);
  expect(await fastForward(connection, one, DAY)).toBe("reached");
  expect(await fastForward(connection, one, 2 * DAY)).toBe("ended");
});

test("what a person does after a fast-forward happens at that time", async () => {
  const id = workflowId();
  const handle = await plain.start(sleepUntilWoken, { taskQueue, workflowId: id });
  await fastForward(connection, id, 2.5 * DAY);

  await handle.signal(wakeUp);

  expect(await handle.result()).toBeCloseTo(2.5 * DAY, -5);
});

test("a workflow can start with a jump, and then its clock goes on as usual", async () => {
  const id = workflowId();
  const client = new SkippingClient({ connection, fastForwardAtStartMs: DAY });
  const handle = await client.start(sleepUntilWoken, { taskQueue, workflowId: id });
  await expect.poll(() => virtualNow(connection, id)).toBeGreaterThan(Date.now() + DAY - MINUTE);

  await handle.signal(wakeUp);

  expect(await handle.result()).toBeLessThan(DAY + MINUTE);
});

test("a fast-forward goes on through a workflow that continues as new", async () => {
  const id = workflowId();
  const handle = await plain.start(countDays, { args: [2], taskQueue, workflowId: id });

  expect(await fastForward(connection, id, 1.5 * DAY)).toBe("reached");
  expect((await handle.describe()).status.name).toBe("RUNNING");
  expect(await fastForward(connection, id, DAY)).toBe("ended");
});

test("a workflow that has ended is said to have ended; one that never was is an error", async () => {
  const id = workflowId();
  await skipping.execute(sleepFor, { args: [DAY], taskQueue, workflowId: id });

  expect(await fastForward(connection, id, DAY)).toBe("ended");
  expect(Math.abs((await virtualNow(connection, id)) - (Date.now() + DAY))).toBeLessThan(MINUTE);
  await expect(fastForward(connection, workflowId(), DAY)).rejects.toThrow("workflow not found");
});
