import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { expect, inject, test } from "vitest";
import { type Trouble, troubleOf } from "../../domain/trouble.ts";

const NO_CHANNEL = "card: slack: channel_not_found";

test("one audit knows from the last what the coordinator was told", async () => {
  const address = inject("temporalAddress");
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const taskQueue = `self-audit-${randomUUID()}`;
  const said = [[NO_CHANNEL], [NO_CHANNEL], [NO_CHANNEL, "record: airtable: unavailable"], [NO_CHANNEL], []];
  const told: (readonly string[])[] = [];
  let audits = 0;
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle: { codePath: inject("workflowBundle") },
    activities: {
      findTrouble: async () => troubleOf(said[audits++] ?? []),
      tellOfTrouble: async ({ trouble }: { readonly trouble: Trouble }) => {
        told.push(Object.keys(trouble.reasons));
      },
    },
  });
  // Each run of a cron, as each of a schedule, is given the result of the last one.
  const { workflow } = new Client({ connection });
  await worker.runUntil(async () => {
    const handle = await workflow.start("selfAudit", { workflowId: taskQueue, taskQueue, cronSchedule: "@every 1s" });
    await expect.poll(() => audits, { timeout: 25_000 }).toBeGreaterThan(said.length);
    await handle.terminate();
  });
  await native.close();
  await connection.close();
  expect(told).toEqual([["slack: channel_not_found"], ["slack: channel_not_found", "airtable: unavailable"], []]);
});
