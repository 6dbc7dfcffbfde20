import {
  type Client,
  isGrpcDeadlineError,
  isGrpcServiceError,
  QueryNotRegisteredError,
  QueryRejectedError,
  ServiceError,
  WorkflowNotFoundError,
} from "@temporalio/client";
import type { RequestId } from "../../domain/ids.ts";
import type { KnownRequest } from "../../domain/reconciliation.ts";
import { RECORDED_QUERY, type Recorded } from "../../workflows/contract.ts";

/** A request that stands still would hold up the look at all others. */
const LONGEST_WAIT_MS = 10_000;

/** What Temporal says of a workflow whose task keeps failing: FAILED_PRECONDITION. */
const NOT_READY = 9;

export interface Answers {
  /** What each of these has written, or is about to. Left out: who is not known to Temporal. */
  readonly known: ReadonlyMap<RequestId, KnownRequest>;
  readonly silent: readonly RequestId[];
}

/** Asks each of these what its record should read. One that cannot answer is named, and stops nobody. */
export async function askRecorded(client: Client, ids: readonly RequestId[]): Promise<Answers> {
  const known = new Map<RequestId, KnownRequest>();
  const silent: RequestId[] = [];
  for (const id of ids) {
    const recorded = await ask<Recorded>(client, id, RECORDED_QUERY);
    if (recorded === "silent") silent.push(id);
    else if (recorded !== "unknown") known.set(id, { ...recorded, open: recorded.record.status !== "closed" });
  }
  return { known, silent };
}

/** What this workflow answers; `"silent"` when it stands still, `"unknown"` when Temporal has none of that name. */
export async function ask<Answer extends object>(
  client: Client,
  id: string,
  query: string,
): Promise<Answer | "silent" | "unknown"> {
  try {
    const answer = () => client.workflow.getHandle(id).query<Answer>(query);
    return await client.withDeadline(Date.now() + LONGEST_WAIT_MS, answer);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return "unknown";
    if (isItsOwnFault(error)) return "silent";
    throw error;
  }
}

/** Anything else is Temporal's, and passes. */
function isItsOwnFault(error: unknown): boolean {
  if (error instanceof QueryNotRegisteredError || error instanceof QueryRejectedError) return true;
  if (isGrpcDeadlineError(error)) return true;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && cause.code === NOT_READY;
}
