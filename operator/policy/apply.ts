import { randomUUID } from "node:crypto";
import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import type { ActOf } from "../../domain/act.ts";
import { actionId, type MemberId, type RequestId } from "../../domain/ids.ts";
import { DEFAULT_POLICY, type Policy } from "../../domain/policy.ts";
import { POLICY_SIGNAL, PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";

/** The policy that new requests begin with; the default one while the programme has never run. */
export async function policyInForce({ workflow }: Client): Promise<Policy> {
  try {
    return (await workflow.getHandle(PROGRAMME_ID).query<ProgrammeState>(PROGRAMME_QUERY)).policy;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return DEFAULT_POLICY;
    throw error;
  }
}

/** Requests from now on go by this policy. Twice is harmless. */
export async function applyToProgramme({ workflow }: Client, policy: Policy): Promise<void> {
  try {
    await workflow.getHandle(PROGRAMME_ID).signal(POLICY_SIGNAL, policy);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    throw new Error("The programme has never run here: start a worker (npm run worker) first.");
  }
}

/** Of this run of the command: a signal that Temporal's client sends again counts once; the next run counts anew. */
const RUN = randomUUID();

/** One open request goes by this policy from now on. Twice in one run is harmless. */
export async function applyToOpen(
  { workflow }: Client,
  id: RequestId,
  { policy, by }: { readonly policy: Policy; readonly by: MemberId },
): Promise<"goes by it as well." | "has ended meanwhile."> {
  const act: ActOf<"apply-policy"> = {
    do: "apply-policy",
    by,
    as: "coordinator",
    actionId: actionId(`policy-${RUN}`),
    policy,
  };
  try {
    await workflow.getHandle(id).signal(act.do, act);
    return "goes by it as well.";
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return "has ended meanwhile.";
    throw error;
  }
}
