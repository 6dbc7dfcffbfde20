import type { Client } from "@temporalio/client";
import { type MemberId, type RequestId, requestId } from "../../domain/ids.ts";
import { MENTOR_REQUEST } from "../../workflows/contract.ts";

/** Requests that they asked for or hold, and that are not over. */
export async function openRequestsOf({ workflow }: Client, member: MemberId): Promise<readonly RequestId[]> {
  const ids: RequestId[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running" AND ${of(member)}`;
  for await (const { workflowId } of workflow.list({ query })) ids.push(requestId(workflowId));
  return ids;
}

interface Forgetting {
  readonly member: MemberId;
  readonly namespace: string;
  readonly mode: "do" | "say";
}

/** Deletes the closed requests that they asked for or held, and their enrolment. Says how many. */
export async function forgetInTemporal(client: Client, { member, namespace, mode }: Forgetting): Promise<number> {
  const query = `ExecutionStatus != "Running" AND (${of(member)} OR WorkflowId = "enrolment-${member}")`;
  let found = 0;
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    found += 1;
    const workflowExecution = { workflowId, runId };
    if (mode === "do") await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution });
  }
  return found;
}

const of = (member: MemberId): string => `(Mentee = "${member}" OR Mentor = "${member}")`;
