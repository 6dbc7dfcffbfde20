import type { Client } from "@temporalio/client";
import { type RequestId, requestId } from "../../domain/ids.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { MENTOR_REQUEST, REQUEST_QUERY } from "../../workflows/contract.ts";

/** The ids of all requests that are open. */
export async function openRequestIds({ workflow }: Client): Promise<readonly RequestId[]> {
  const ids: RequestId[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of workflow.list({ query })) ids.push(requestId(workflowId));
  return ids;
}

/** A request as it stands; or why nobody could say so: a worker answers for each. */
export async function lookAt(
  { workflow }: Client,
  id: RequestId,
): Promise<MentorRequest | { readonly unanswered: string }> {
  try {
    return await workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { unanswered: cause instanceof Error ? cause.message : String(cause) };
  }
}
