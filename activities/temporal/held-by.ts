import { Context } from "@temporalio/activity";
import { type MemberId, type RequestId, requestId } from "../../domain/ids.ts";
import { MENTOR_REQUEST, SEARCH } from "../../workflows/contract.ts";

/** The requests that a mentor holds: from Temporal's list of requests. */
export async function heldBy(mentor: MemberId): Promise<readonly RequestId[]> {
  const held: RequestId[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running" AND ${SEARCH.Mentor.name} = "${mentor}"`;
  for await (const { workflowId } of Context.current().client.workflow.list({ query }))
    held.push(requestId(workflowId));
  return held;
}
