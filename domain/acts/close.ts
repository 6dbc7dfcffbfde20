import type { ActOf } from "../act.ts";
import { say, sayInThreads } from "../outbox.ts";
import { holder, type MentorRequest, moved, noted, type Outcome } from "../request.ts";

/** From this rating down the two are not brought together again. */
const LOW_RATING = 2;

/** The mentee says how it was: the process is complete. */
export function rate(request: MentorRequest, { by, rating, comment }: ActOf<"rate">, now: number): MentorRequest {
  const mentor = holder(request);
  const rated = noted(request, { at: now, by, what: "rate", note: String(rating) });
  const closed = moved(rated, { status: "closed", outcome: { kind: "completed" } }, now);
  if (!mentor) return closed;
  const withFeedback = { ...closed, feedback: { mentor, rating, comment } };
  if (rating > LOW_RATING) return withFeedback;
  const apart = { ...withFeedback, excluded: [...new Set([...withFeedback.excluded, mentor])] };
  return say(apart, { audience: "coordinator", about: "low-rating", who: mentor, words: comment }, "low-rating", now);
}

/** Nobody said how it was, and the time for it is over: the session took place, and that is what counts. */
export function complete(request: MentorRequest, now: number): MentorRequest {
  return closedWith(request, { kind: "completed" }, { by: "muster", what: "completed" }, now);
}

/** The mentee did not come, and did not answer. */
export function closeUnanswered(request: MentorRequest, now: number): MentorRequest {
  const mentor = holder(request);
  const closed = closedWith(request, { kind: "unanswered" }, { by: "muster", what: "unanswered" }, now);
  const toMentee = say(closed, { audience: "mentee", about: "closed-unanswered" }, "unanswered", now);
  const toMentor = mentor
    ? say(toMentee, { audience: "mentor", about: "closed", to: mentor }, "unanswered", now)
    : toMentee;
  return say(toMentor, { audience: "coordinator", about: "closed-unanswered" }, "unanswered", now);
}

/** The mentee no longer needs it. */
export function withdraw(request: MentorRequest, { by }: ActOf<"withdraw">, now: number): MentorRequest {
  const mentor = holder(request);
  const closed = closedWith(request, { kind: "withdrawn" }, { by, what: "withdraw" }, now);
  const told = mentor ? say(closed, { audience: "mentor", about: "withdrawn", to: mentor }, "withdrawn", now) : closed;
  return sayInThreads(told, "solved", now);
}

/** The coordinator or the CEO closes it. */
export function close(request: MentorRequest, { by, reason }: ActOf<"close">, now: number): MentorRequest {
  const mentor = holder(request);
  const outcome: Outcome = { kind: "closed-by-coordinator", reason };
  const closed = closedWith(request, outcome, { by, what: "close", words: reason }, now);
  const toMentee = say(closed, { audience: "mentee", about: "closed" }, "closed", now);
  const told = mentor ? say(toMentee, { audience: "mentor", about: "closed", to: mentor }, "closed", now) : toMentee;
  return sayInThreads(told, "solved", now);
}

function closedWith(
  request: MentorRequest,
  outcome: Outcome,
  entry: Omit<Parameters<typeof noted>[1], "at">,
  now: number,
): MentorRequest {
  return noted(moved(request, { status: "closed", outcome }, now), { at: now, ...entry });
}
