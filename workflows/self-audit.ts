import { proxyActivities, workflowInfo } from "@temporalio/workflow";
import type { Activities } from "../activities/index.ts";

const { findTrouble, tellOfTrouble } = proxyActivities<Activities>({
  startToCloseTimeout: "10 seconds",
  retry: { initialInterval: "10 seconds", backoffCoefficient: 2, maximumInterval: "10 minutes" },
});

/** What the last audit found: whether the coordinator knows of an outage that is not over. */
interface Audited {
  readonly told: boolean;
}

/**
 * Looks for requests of which something cannot be written or said. One outage is one message to the coordinator, however
 * many requests it holds up, and one more when it is over. Started by a Temporal Schedule; what it knows from last time
 * is the result of its last run.
 */
export async function selfAudit(): Promise<Audited> {
  const { told = false } = (workflowInfo().lastResult ?? {}) as Partial<Audited>;
  const trouble = await findTrouble();
  const isTrouble = trouble.requests > 0;
  if (isTrouble !== told) await tellOfTrouble({ trouble, at: Date.now() });
  return { told: isTrouble };
}
