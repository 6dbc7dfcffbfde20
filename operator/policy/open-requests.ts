import type { Client } from "@temporalio/client";
import type { MentorRequest } from "../../domain/request.ts";
import { MENTOR_REQUEST, REQUEST_QUERY } from "../../workflows/contract.ts";

/** Every request that is open, as it stands, oldest first. Needs a worker, which answers for each. */
export async function openRequests({ workflow }: Client): Promise<readonly MentorRequest[]> {
  const requests: MentorRequest[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of workflow.list({ query })) {
    requests.push(await workflow.getHandle(workflowId).query<MentorRequest>(REQUEST_QUERY));
  }
  return requests.sort((a, b) => a.openedAt - b.openedAt);
}
