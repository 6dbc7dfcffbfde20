import type { MentorRequest } from "../request.ts";

/**
 * Whether the two have agreed on a date that lies ahead, and what was just said (not yet, I have written) has dropped it:
 * then nobody should be asked before it, and nothing lapse.
 */
export function hasLostDate(before: MentorRequest, after: MentorRequest, now: number): boolean {
  const { agreedOn } = before.stay;
  const goesOn = before.standing.status === "claimed" && after.standing.status === "claimed";
  const isSameMentor = goesOn && before.standing.by === after.standing.by;
  return isSameMentor && after.stay.table === "claimed" && (agreedOn ?? 0) > now && after.stay.agreedOn === undefined;
}

export function withDateOf(before: MentorRequest, after: MentorRequest): MentorRequest {
  const { agreedOn } = before.stay;
  return agreedOn === undefined ? after : { ...after, stay: { ...after.stay, agreedOn } };
}
