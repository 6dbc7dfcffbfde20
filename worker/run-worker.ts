import { Client } from "@temporalio/client";
import type { WorkflowBundleOption } from "@temporalio/worker";
import { openSources } from "../activities/index.ts";
import type { Condition } from "../config/serve-health.ts";
import { connectWorker } from "./connect.ts";
import { createWorker } from "./create-worker.ts";
import { outsideOf, type WorkerSettings } from "./outside-of.ts";
import { startProgramme } from "./start-programme.ts";
import { startSchedules } from "./start-schedules.ts";

export interface WorkerProcess {
  /** Settles when the worker has stopped; rejects when it could not go on. */
  readonly ended: Promise<void>;
  /** Whether it takes work, and how old its copies of the records are; a stale one serves as long as Airtable is down. */
  condition(): Condition;
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
    const sources = openSources(outside);
    const worker = await createWorker({ connection, namespace, sources, workflowBundle });
    const client = new Client({ connection, namespace });
    await startProgramme(client, outside.people);
    await startSchedules(client);
    const ended = worker.run().finally(() => connection.close());
    return {
      ended,
      condition() {
        const state = worker.getState();
        const copies = [sources.mentors, sources.separated, sources.catalogue].map((source) => source.copy());
        return { isWell: state === "RUNNING", says: { worker: state, copies } };
      },
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
