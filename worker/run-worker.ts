import { Client } from "@temporalio/client";
import type { WorkflowBundleOption } from "@temporalio/worker";
import { connectWorker } from "./connect.ts";
import { createWorker } from "./create-worker.ts";
import { outsideOf, type WorkerSettings } from "./outside-of.ts";
import { startProgramme } from "./start-programme.ts";
import { startSchedules } from "./start-schedules.ts";

export interface WorkerProcess {
  /** Settles when the worker has stopped; rejects when it could not go on. */
  readonly ended: Promise<void>;
  /** Lets what has begun come to its end, and stops. Twice is harmless. */
  stop(): Promise<void>;
}

/** Connects, sees to it that the programme runs, and works from then on. */
export async function runWorker(
  settings: WorkerSettings,
  workflowBundle?: WorkflowBundleOption,
): Promise<WorkerProcess> {
  const connection = await connectWorker(settings);
  try {
    const namespace = settings.TEMPORAL_NAMESPACE;
    const outside = outsideOf(settings);
    const worker = await createWorker({ connection, namespace, outside, workflowBundle });
    const client = new Client({ connection, namespace });
    await startProgramme(client, outside.people);
    await startSchedules(client);
    const ended = worker.run().finally(() => connection.close());
    return {
      ended,
      async stop() {
        if (worker.getState() === "RUNNING") worker.shutdown();
        await ended;
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
