import { randomUUID } from "node:crypto";
import { type Connection, WorkflowClient, type WorkflowClientOptions } from "@temporalio/client";
import { msToTs, optionalTsToMs } from "@temporalio/common/lib/time.js";

/** A jump to the next timer is a skip. After this many, time silently runs as usual again; the server's default is 200. */
const MOST_SKIPS = 1000;

const NAMESPACE = "default";

type StartRequest = Awaited<ReturnType<WorkflowClient["createStartWorkflowRequest"]>>;

export interface SkippingClientOptions extends WorkflowClientOptions {
  /** How far the clock of each workflow may jump from its start; as far as its timers go when absent. */
  readonly fastForwardAtStartMs?: number;
}

/**
 * A client whose workflows have a clock of their own, which jumps to the next timer whenever they only wait for one. The
 * others on the same server keep the usual time. Only `start` and `execute` do this; `signalWithStart` does not.
 */
export class SkippingClient extends WorkflowClient {
  readonly #fastForwardMs: number | undefined;

  constructor({ fastForwardAtStartMs, ...options }: SkippingClientOptions) {
    super(options);
    this.#fastForwardMs = fastForwardAtStartMs;
  }

  protected override async createStartWorkflowRequest(
    ...input: Parameters<WorkflowClient["createStartWorkflowRequest"]>
  ): Promise<StartRequest> {
    const request = await super.createStartWorkflowRequest(...input);
    return { ...request, timeSkippingConfig: skipping(this.#fastForwardMs) };
  }
}

/**
 * Lets this much time pass for one workflow, with everything that happens in it: returns when the moment is reached, and
 * then its clock goes on as usual. `"ended"` when the workflow came to its end before that, or had ended already. Time
 * stands still while an activity runs, and for as long as no worker takes what is due.
 *
 * Server 1.32.0 counts skipped time twice from the second continue-as-new of a workflow on: after one its clock is right.
 */
export async function fastForward(
  connection: Connection,
  workflowId: string,
  ms: number,
): Promise<"reached" | "ended"> {
  const { workflowService } = connection;
  const execution = { workflowId };
  const id = randomUUID();
  try {
    await workflowService.updateWorkflowExecutionOptions({
      namespace: NAMESPACE,
      workflowExecution: execution,
      updateMask: { paths: ["time_skipping_config"] },
      workflowExecutionOptions: { timeSkippingConfig: skipping(ms, id) },
    });
    for (;;) {
      const poll = { namespace: NAMESPACE, workflowExecution: execution, fastForwardId: id };
      const { fastForwardInfo, failedReason } = await workflowService.pollWorkflowExecutionTimeSkipping(poll);
      if (fastForwardInfo?.hasCompleted) return "reached";
      if (failedReason) throw new Error(`${workflowId} cannot go forward by ${ms} ms: ${failedReason}`);
      // Neither means that 20 s are over, which is how long the server lets one question wait.
    }
  } catch (error) {
    if (await hasEnded(connection, workflowId)) return "ended";
    throw error;
  }
}

/** What time it is for this workflow, in milliseconds since 1970; for one that has ended, when it did. */
export async function virtualNow({ workflowService }: Connection, workflowId: string): Promise<number> {
  const request = { namespace: NAMESPACE, execution: { workflowId } };
  const { workflowExecutionInfo, workflowExtendedInfo } = await workflowService.describeWorkflowExecution(request);
  const { closeTime } = workflowExecutionInfo ?? {};
  const { currentTime } = workflowExtendedInfo?.timeSkippingInfo ?? {};
  return optionalTsToMs(closeTime ?? currentTime) ?? Date.now();
}

/** False as well for one that there never was. */
async function hasEnded({ workflowService }: Connection, workflowId: string): Promise<boolean> {
  const request = { namespace: NAMESPACE, execution: { workflowId } };
  const found = await workflowService.describeWorkflowExecution(request).catch(() => undefined);
  return Boolean(found?.workflowExecutionInfo?.closeTime);
}

function skipping(fastForwardMs?: number, id: string = randomUUID()) {
  const forward = fastForwardMs === undefined ? {} : { fastForwardConfig: { id, duration: msToTs(fastForwardMs) } };
  return { enabled: true, maxSessionSkipCount: MOST_SKIPS, ...forward };
}
