import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client, Connection, type WorkflowHandle } from "@temporalio/client";
import { msToTs } from "@temporalio/common/lib/time.js";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, type WorkflowBundle } from "@temporalio/worker";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openSources } from "../../activities/index.ts";
import { readSettings } from "../../config/read-settings.ts";
import { WORKER_SETTINGS } from "../../config/settings.ts";
import { settingsFor } from "../../local/settings-for.ts";
import { createWorker, WORKFLOW_INTERCEPTORS } from "../../worker/create-worker.ts";
import { outsideOf } from "../../worker/outside-of.ts";
import { TASK_QUEUE } from "../../workflows/contract.ts";
import { NOBODY, type whichCameFirst } from "./which-came-first.ts";

const SCHEDULE_ACTIVITY = 1;
const WORKER_DIED = 2;
const QUERY_FAILED = 2;

const address = inject("temporalAddress");
let connection: Connection;
let native: NativeConnection;
let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL("which-came-first.ts", import.meta.url));
  connection = await Connection.connect({ address });
  native = await NativeConnection.connect({ address });
  workflowBundle = await bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: WORKFLOW_INTERCEPTORS,
    logger: new DefaultLogger("ERROR"),
  });
}, 60_000);
afterAll(async () => {
  await native.close();
  await connection.close();
});

test("a workflow that is looked at by a worker which does not know it goes on as its history says", async () => {
  const { handle, asked, taskToken, otherEnds } = await askedWhileAWorkerHasItsTask();

  const worker = await ourWorker();
  await worker.runUntil(async () => {
    expect(await asked).toEqual({ one: true, other: false });
    await otherEnds?.();
    await connection.workflowService.respondWorkflowTaskFailed({
      ...asOf("a worker that dies"),
      taskToken,
      cause: WORKER_DIED,
    });
    await expect.poll(() => scheduled(handle), { timeout: 20_000 }).toHaveLength(3);
  });

  const another = await ourWorker();
  expect(await another.runUntil(() => handle.query("ended"))).toEqual({ one: true, other: true });
  await handle.terminate();
}, 120_000);

/**
 * Somebody asks, and nobody is there to answer. Then `one` ends, and a worker takes the task that follows, and holds it.
 * It is begun anew when the server hands that worker the question instead.
 */
async function askedWhileAWorkerHasItsTask() {
  for (;;) {
    const handle = await new Client({ connection }).workflow.start<typeof whichCameFirst>("whichCameFirst", {
      workflowId: `which-came-first-${randomUUID()}`,
      taskQueue: TASK_QUEUE,
    });
    await connection.workflowService.respondWorkflowTaskCompleted({
      ...asOf("the first worker"),
      taskToken: (await nextWorkflowTask()).taskToken,
      commands: ["one", "other"].map(scheduling),
      sdkMetadata: { langUsedFlags: [1, 2, 3], coreUsedFlags: [1, 2, 3] },
    });
    const ends = new Map([await nextActivity(), await nextActivity()]);
    const asked = handle.query("ended");
    asked.catch(() => undefined);
    await delay(300);
    await ends.get("one")?.();
    const { taskToken, query } = await nextWorkflowTask();
    if (!query) return { handle, asked, taskToken, otherEnds: ends.get("other") };
    await connection.workflowService.respondQueryTaskCompleted({
      namespace: "default",
      taskToken,
      completedType: QUERY_FAILED,
      errorMessage: "not this time",
    });
    await handle.terminate();
  }
}

const asOf = (identity: string) => ({ namespace: "default", identity });

function scheduling(name: string) {
  return {
    commandType: SCHEDULE_ACTIVITY,
    scheduleActivityTaskCommandAttributes: {
      activityId: name === "one" ? "1" : "2",
      activityType: { name },
      taskQueue: { name: NOBODY },
      startToCloseTimeout: msToTs(60_000),
    },
  };
}

async function nextWorkflowTask() {
  const { workflowService } = connection;
  const poll = { ...asOf("the first worker"), taskQueue: { name: TASK_QUEUE } };
  return taken(() => workflowService.pollWorkflowTaskQueue(poll));
}

async function nextActivity(): Promise<[string, () => Promise<unknown>]> {
  const { workflowService } = connection;
  const poll = { ...asOf("outside"), taskQueue: { name: NOBODY } };
  const { activityType, taskToken } = await taken(() => workflowService.pollActivityTaskQueue(poll));
  return [
    activityType?.name ?? "",
    () => workflowService.respondActivityTaskCompleted({ ...asOf("outside"), taskToken }),
  ];
}

/** Asks again for as long as there is nothing to do. */
async function taken<Task extends { readonly taskToken: Uint8Array }>(poll: () => Promise<Task>): Promise<Task> {
  for (;;) {
    const task = await connection.withDeadline(Date.now() + 60_000, poll);
    if (task.taskToken.length > 0) return task;
  }
}

function ourWorker() {
  const unused = {
    temporal: address,
    temporalUi: "",
    slackApi: "http://127.0.0.1:1/api/",
    airtable: "http://127.0.0.1:1",
  };
  const sources = openSources(outsideOf(readSettings(WORKER_SETTINGS, settingsFor(unused))));
  return createWorker({ connection: native, namespace: "default", sources, workflowBundle });
}

/** The activities that it has asked for, in order. */
async function scheduled(handle: WorkflowHandle): Promise<readonly unknown[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).flatMap(({ activityTaskScheduledEventAttributes: of }) => of?.activityType?.name ?? []);
}
