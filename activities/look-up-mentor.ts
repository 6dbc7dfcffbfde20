import { Context } from "@temporalio/activity";
import type { KnownMentor } from "../domain/claim.ts";
import type { MemberId } from "../domain/ids.ts";
import { isFull, isPaused } from "../domain/match-mentors.ts";
import { MENTOR_REQUEST, SEARCH } from "../workflows/contract.ts";
import type { MentorSources } from "./find-mentors.ts";

const FRESH_MS = 5 * 60_000;
/** Somebody who is not in the copy may have enrolled a moment ago. */
const JUST_NOW_MS = 5_000;

interface Question {
  readonly mentor: MemberId;
  readonly mentee: MemberId;
  readonly now: number;
}

/**
 * Whether this mentor may take another request now. Throws while the mentors' records were never read and cannot be;
 * a claim is then taken all the same, and checked later.
 */
export const lookUpMentor =
  ({ mentors, loads, separated }: Pick<MentorSources, "mentors" | "loads" | "separated">) =>
  async ({ mentor, mentee, now }: Question): Promise<KnownMentor> => {
    const find = async (maxAgeMs: number) => (await mentors.get(maxAgeMs)).mentors.find(({ id }) => id === mentor);
    const found = (await find(FRESH_MS)) ?? (await find(JUST_NOW_MS));
    // A bad rating is about the two, whether there is a row or not.
    const isSeparated = (await separated.from(mentee)).includes(mentor);
    if (!found) return { enrolled: false, paused: false, full: false, separated: isSeparated };
    return {
      enrolled: true,
      paused: isPaused(found, now),
      full: isFull(found, (await loads()).get(mentor)) && isFull(found, { open: await openBeside(mentor) }),
      separated: isSeparated,
    };
  };

/** How many other requests they hold: whoever asks may be one that they have taken already, while nobody could know. */
async function openBeside(mentor: MemberId): Promise<number> {
  const { client, info } = Context.current();
  const others = `WorkflowType = "${MENTOR_REQUEST}" AND WorkflowId != "${info.workflowExecution?.workflowId}"`;
  const query = `${others} AND ExecutionStatus = "Running" AND ${SEARCH.Mentor.name} = "${mentor}"`;
  return (await client.workflow.count(query)).count;
}
