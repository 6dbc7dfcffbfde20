import type { Client } from "@temporalio/client";
import { DEFAULT_POLICY } from "../domain/policy.ts";
import {
  CONFIGURE_SIGNAL,
  type People,
  PROGRAMME,
  PROGRAMME_ID,
  type ProgrammeInput,
  TASK_QUEUE,
} from "../workflows/contract.ts";

/** Starts the one workflow that holds what forms need, or tells the one that runs who has which part. Twice is harmless. */
export async function startProgramme(client: Client, people: People): Promise<void> {
  const input: ProgrammeInput = { people, policy: DEFAULT_POLICY };
  await client.workflow.signalWithStart(PROGRAMME, {
    workflowId: PROGRAMME_ID,
    taskQueue: TASK_QUEUE,
    args: [input],
    signal: CONFIGURE_SIGNAL,
    signalArgs: [people],
    staticSummary: "What forms need: the catalogue, the policy, who has which part",
  });
}
