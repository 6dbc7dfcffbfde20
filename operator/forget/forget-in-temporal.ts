import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import { type MemberId, type RequestId, requestId } from "../../domain/ids.ts";
import { FIGURES_AGAIN_SIGNAL, MENTOR_REQUEST, PROGRAMME_ID } from "../../workflows/contract.ts";
import { enrolmentId, mentorOnRecordId } from "../../workflows/enrolment-contract.ts";

/** Requests that they asked for or hold, and that are not over. */
export async function openRequestsOf({ workflow }: Client, member: MemberId): Promise<readonly RequestId[]> {
  const ids: RequestId[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running" AND ${of(member)}`;
  for await (const { workflowId } of workflow.list({ query })) ids.push(requestId(workflowId));
  return ids;
}

/** Their enrolment, while it waits for a coordinator's word: accepted, it would write their row again. */
export async function openEnrolmentOf({ workflow }: Client, member: MemberId): Promise<readonly string[]> {
  const id = enrolmentId(member);
  const { count } = await workflow.count(`WorkflowId = "${id}" AND ExecutionStatus = "Running"`);
  return count > 0 ? [id] : [];
}

interface Forgetting {
  readonly member: MemberId;
  readonly namespace: string;
  readonly mode: "do" | "say";
}

/**
 * Deletes the closed requests that they asked for or held, their enrolment and what was read for its form, and has the
 * figures read anew: do it after the records. Says how many were deleted.
 */
export async function forgetInTemporal(client: Client, { member, namespace, mode }: Forgetting): Promise<number> {
  const theirs = `WorkflowId IN ("${enrolmentId(member)}", "${mentorOnRecordId(member)}")`;
  const query = `ExecutionStatus != "Running" AND (${of(member)} OR ${theirs})`;
  let found = 0;
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    found += 1;
    const workflowExecution = { workflowId, runId };
    if (mode === "do") await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution });
  }
  if (mode === "do") await dropFigures(client);
  return found;
}

async function dropFigures({ workflow }: Client): Promise<void> {
  try {
    await workflow.getHandle(PROGRAMME_ID).signal(FIGURES_AGAIN_SIGNAL);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

const of = (member: MemberId): string => `(Mentee = "${member}" OR Mentor = "${member}")`;
