import { proxyActivities, workflowInfo } from "@temporalio/workflow";
import type { Activities } from "../activities/index.ts";
import { isNews, knownThen, type ToldOfTrouble } from "../domain/trouble.ts";

const { findTrouble, tellOfTrouble } = proxyActivities<Activities>({
  startToCloseTimeout: "10 seconds",
  retry: { initialInterval: "10 seconds", backoffCoefficient: 2, maximumInterval: "10 minutes" },
});

/**
 * Looks for requests of which something cannot be written or said. One outage is one message to the coordinator, however
 * many requests it holds up; one more when something else fails as well, and one when all is over. Started by a Temporal
 * Schedule; what it knows from last time is the result of its last run.
 */
export async function selfAudit(): Promise<ToldOfTrouble> {
  const { told = false, reasons } = (workflowInfo().lastResult ?? {}) as Partial<ToldOfTrouble>;
  const trouble = await findTrouble();
  if (isNews(trouble, { told, ...(reasons && { reasons }) })) await tellOfTrouble({ trouble, at: Date.now() });
  return knownThen(trouble);
}
