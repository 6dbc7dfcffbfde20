import type { ActName } from "../domain/act.ts";
import type { MemberId, RequestId } from "../domain/ids.ts";
import { holder } from "../domain/request.ts";
import { ANSWERS } from "../domain/wording/to-whoever-clicked.ts";
import type { Enrolments } from "./enrolments.ts";
import type { Requests } from "./requests.ts";

/** What any mentor may do to any request, as a claim. Of a claim the workflow asks the records itself. */
const OF_ANY_MENTOR: readonly ActName[] = ["pass", "ask-details"];

export const isOfAnyMentor = (act: ActName): boolean => OF_ANY_MENTOR.includes(act);

interface Known {
  readonly requests: Requests;
  readonly enrolments: Pick<Enrolments, "onRecord">;
}

/**
 * Why this person does not count as a mentor towards this request; undefined when they do. The card is seen by everybody in
 * the channel. Takes up to six seconds; whoever cannot be looked up in that time is let through: a breakdown never stands
 * in a mentor's way.
 */
export async function noMentorBecause(
  { requests, enrolments }: Known,
  id: RequestId,
  member: MemberId,
): Promise<string | undefined> {
  const recorded = enrolments.onRecord(member);
  const request = await requests.read(id);
  if (request === "gone") return undefined;
  if (request?.mentee === member) return ANSWERS.ownRequest;
  // Staff may have given it to somebody whose record says no.
  if (request && holder(request) === member) return undefined;
  const onRecord = await recorded;
  if (onRecord === "unknown") return undefined;
  return onRecord !== "none" && onRecord.active ? undefined : ANSWERS.forMentors;
}
