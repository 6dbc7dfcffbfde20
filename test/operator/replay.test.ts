import { fileURLToPath } from "node:url";
import { NativeConnection, Worker } from "@temporalio/worker";
import { expect } from "vitest";
import { TASK_QUEUE } from "../../workflows/contract.ts";
import { story } from "../story/story.ts";
import { runCommand } from "./run-command.ts";

story("before an upgrade an operator sees whether what is running would go on with this version", async (s) => {
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.isListed(`WorkflowId = "${s.requestId()}" AND ExecutionStatus = "Running"`);
  const { env, client } = s.machine;
  const { TEMPORAL_ADDRESS: address = "" } = env;
  const good = await runCommand("replay.ts", [], env);
  expect(good.out).toMatch(/^[2-9] running workflows would go on with this version\.\n$/);
  expect(good.code).toBe(0);

  await s.machine.worker.stop();
  const connection = await NativeConnection.connect({ address });
  const newer = await Worker.create({
    connection,
    taskQueue: TASK_QUEUE,
    workflowsPath: fileURLToPath(new URL("a-newer-version.ts", import.meta.url)),
  });
  const workflowId = "begun-by-a-newer-version";
  const begun = await newer.runUntil(async () => {
    const handle = await client.workflow.start("selfAudit", { workflowId, taskQueue: TASK_QUEUE, args: [] });
    await handle.query("__stack_trace");
    await s.isListed(`WorkflowId = "${workflowId}"`);
    return handle;
  });
  await connection.close();

  const bad = await runCommand("replay.ts", [], env);
  expect(bad.out).toMatch(/^[2-9] running workflows would go on with this version\.\n1 would stand still with it/);
  expect(bad.out).toContain(`  - ${workflowId}: `);
  expect(bad.code).toBe(1);
  await begun.terminate();
  await s.machine.startWorker();
});
