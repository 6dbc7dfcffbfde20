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
  const { agreedOn, reckonsDate } = before.stay;
  if (agreedOn === undefined) return after;
  return { ...after, stay: { ...after.stay, agreedOn, ...(reckonsDate && { reckonsDate }) } };
}

/** Whether a mentor who is said never to have written has just answered, and the date on which they had agreed lies ahead. */
export function dateComesBack(before: MentorRequest, after: MentorRequest, now: number): boolean {
  const isAnswered = before.stay.table === "silent" && after.stay.table === "claimed";
  return isAnswered && after.stay.agreedOn === undefined && (before.stay.dateSetAside ?? 0) > now;
}

export function withDateThatWasSetAside(before: MentorRequest, after: MentorRequest): MentorRequest {
  const { dateSetAside } = before.stay;
  if (dateSetAside === undefined) return after;
  const dated = { ...after, stay: { ...after.stay, agreedOn: dateSetAside } };
  return after.policy.calendar.kind === "working" ? withDateReckoned(dated) : dated;
}

/** Whether they have just agreed on a date, and only working time counts. */
export function isDatedInWorkingTime(before: MentorRequest, after: MentorRequest): boolean {
  const { agreedOn, nth } = after.stay;
  return agreedOn !== undefined && nth !== before.stay.nth && after.policy.calendar.kind === "working";
}

/** Nobody is asked on a day off, though the session was the day before. */
export function withDateReckoned(request: MentorRequest): MentorRequest {
  return { ...request, stay: { ...request.stay, reckonsDate: true } };
}
