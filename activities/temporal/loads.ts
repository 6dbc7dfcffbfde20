import { Context } from "@temporalio/activity";
import type { MemberId } from "../../domain/ids.ts";
import { isMemberId } from "../../domain/ids.ts";
import type { MentorLoad } from "../../domain/match-mentors.ts";
import { MENTOR_REQUEST, SEARCH } from "../../workflows/contract.ts";
import { cached } from "../cached.ts";

const DAY_MS = 24 * 60 * 60_000;
/** A mention longer ago than this counts as none. */
const LATELY_DAYS = 30;
/** A mentor who presses twice within this may take one more than they can. */
const FRESH_MS = 1_000;

export type Loads = () => Promise<ReadonlyMap<MemberId, MentorLoad>>;

/** How many requests each mentor holds, and when they were last mentioned: from Temporal's list of requests. */
export function loads(): Loads {
  const all = cached("the mentors' open requests", readLoads);
  return () => all.get(FRESH_MS);
}

async function readLoads(): Promise<ReadonlyMap<MemberId, MentorLoad>> {
  const since = new Date(Date.now() - LATELY_DAYS * DAY_MS).toISOString();
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND (ExecutionStatus = "Running" OR StartTime > "${since}")`;
  const found = new Map<MemberId, MentorLoad>();
  const loadOf = (id: MemberId): MentorLoad => found.get(id) ?? { open: 0 };
  for await (const { status, startTime, typedSearchAttributes } of Context.current().client.workflow.list({ query })) {
    for (const id of (typedSearchAttributes.get(SEARCH.Mentioned) ?? []).filter(isMemberId)) {
      const lastMentioned = Math.max(loadOf(id).lastMentioned ?? 0, startTime.getTime());
      found.set(id, { ...loadOf(id), lastMentioned });
    }
    const mentor = typedSearchAttributes.get(SEARCH.Mentor);
    if (status.name === "RUNNING" && isMemberId(mentor)) {
      found.set(mentor, { ...loadOf(mentor), open: loadOf(mentor).open + 1 });
    }
  }
  return found;
}
