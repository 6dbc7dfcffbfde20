import { fileURLToPath } from "node:url";
import { type NativeConnection, Worker, type WorkflowBundleOption } from "@temporalio/worker";
import { createActivities, type Sources } from "../activities/index.ts";
import { TASK_QUEUE } from "../workflows/contract.ts";

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly sources: Sources;
  /** Workflow code that was bundled before; made anew when absent, which takes a second or two. */
  readonly workflowBundle?: WorkflowBundleOption | undefined;
}

const WORKFLOWS_PATH = fileURLToPath(new URL("../workflows/index.ts", import.meta.url));

/** What every workflow runs with: for `workflowInterceptorModules` of a bundle that is made elsewhere. */
export const WORKFLOW_INTERCEPTORS = [
  fileURLToPath(new URL("../workflows/never-ahead-of-history.ts", import.meta.url)),
  fileURLToPath(new URL("../workflows/whatever-is-typed.ts", import.meta.url)),
];

/** Longer than any single attempt of an activity, so that stopping a worker leaves nothing half done. */
const GRACE = "15 seconds";

/** The SDK's own 30 seconds are too long: an attempt that is cut off should have said by then how far it has come. */
export const HEARTBEATS_APART = "1 second";

/** The worker that runs everything: the same in production, on one machine and in tests. */
export function createWorker({ connection, namespace, sources, workflowBundle }: WorkerParts): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    activities: createActivities(sources),
    ...(workflowBundle
      ? { workflowBundle }
      : { workflowsPath: WORKFLOWS_PATH, interceptors: { workflowModules: WORKFLOW_INTERCEPTORS } }),
    // A cached workflow takes up to 220 KB here; the SDK's own default can fill a small machine.
    maxCachedWorkflows: 500,
    defaultHeartbeatThrottleInterval: HEARTBEATS_APART,
    shutdownGraceTime: GRACE,
    shutdownForceTime: "20 seconds",
  });
}
