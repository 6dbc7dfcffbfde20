import type { Connection, WorkflowClient } from "@temporalio/client";
import { optionalTsToMs } from "@temporalio/common/lib/time.js";
import type { RequestId } from "../../../domain/ids.ts";
import type { MentorRequest } from "../../../domain/request.ts";
import { MENTOR_REQUEST, REQUEST_QUERY, SEARCH } from "../../../workflows/contract.ts";
import { virtualNow } from "../../temporal/time-skipping.ts";

/** What is drawn again and again is drawn without the state when it does not come soon. */
const SOON_MS = 2_000;
/** Whoever has pressed a button waits for it. */
export const PATIENTLY_MS = 15_000;
const MOST_LISTED = 30;

/** A request as Temporal lists it. */
export interface Listed {
  readonly id: string;
  readonly mentee: string;
  readonly skills: readonly string[];
  readonly status: string;
}

/** Something that is being tried against Slack or Airtable, and has not succeeded yet. */
export interface Trying {
  readonly what: string;
  readonly attempt: number;
  /** Until it is tried next, in milliseconds; absent while it is under way. */
  readonly nextIn?: number | undefined;
  readonly why?: string | undefined;
}

/** A request as it stands in Temporal. */
export interface Look {
  readonly id: RequestId;
  /** Absent while no worker answers. */
  readonly state?: MentorRequest;
  /** What time it is for the request. */
  readonly now: number;
  readonly running: boolean;
  readonly trying: readonly Trying[];
}

interface Temporal {
  readonly connection: Connection;
  readonly client: { readonly workflow: WorkflowClient };
}

/** The newest first. */
export async function listRequests({ client }: Temporal): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for await (const { workflowId, typedSearchAttributes } of client.workflow.list({
    query: `WorkflowType = "${MENTOR_REQUEST}"`,
  })) {
    listed.push({
      id: workflowId,
      mentee: typedSearchAttributes.get(SEARCH.Mentee) ?? "",
      skills: typedSearchAttributes.get(SEARCH.Skills) ?? [],
      status: typedSearchAttributes.get(SEARCH.RequestStatus) ?? "",
    });
    if (listed.length >= MOST_LISTED) break;
  }
  return listed;
}

/** Where the request stands. The state itself is the worker's to tell: without one, Temporal says only the rest. */
export async function lookInto(
  { connection, client }: Temporal,
  id: RequestId,
  isWorking: boolean,
  withinMs: number = SOON_MS,
): Promise<Look> {
  const handle = client.workflow.getHandle(id);
  const asked = isWorking
    ? connection.withDeadline(Date.now() + withinMs, () => handle.query<MentorRequest>(REQUEST_QUERY))
    : Promise.resolve(undefined);
  const [now, { status, raw }, state] = await Promise.all([
    virtualNow(connection, id),
    handle.describe(),
    asked.catch(() => undefined),
  ]);
  const trying = (raw.pendingActivities ?? []).map((pending) => ({
    what: pending.activityType?.name ?? "something",
    attempt: pending.attempt ?? 1,
    nextIn: timeUntil(optionalTsToMs(pending.nextAttemptScheduleTime), now),
    why: pending.lastFailure?.message ?? undefined,
  }));
  return { id, now, running: status.name === "RUNNING", trying, ...(state && { state }) };
}

/** By the request's own clock or by the real one, whichever it was written down with: that is the nearer of the two. */
function timeUntil(at: number | undefined, now: number): number | undefined {
  if (at === undefined) return undefined;
  const [nearer = 0] = [at - now, at - Date.now()].sort((a, b) => Math.abs(a) - Math.abs(b));
  return nearer > 0 ? nearer : undefined;
}
