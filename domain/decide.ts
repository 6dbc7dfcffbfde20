import type { Act } from "./act.ts";
import { claim, type MentorCheck } from "./claim.ts";
import { may } from "./may.ts";
import { type RefusalReason, say } from "./outbox.ts";
import { type MentorRequest, moved, type Outcome } from "./request.ts";
import { written } from "./timeline.ts";

/** A second delivery comes within minutes; so many deeds are remembered to recognise it. */
const DEEDS_REMEMBERED = 500;

/**
 * The request after somebody did something. Never throws: what may not be done stands in the timeline as refused, and
 * whoever pressed a button is told why. The same deed delivered twice changes nothing.
 */
export function decide(request: MentorRequest, act: Act, now: number, check: MentorCheck = "unknown"): MentorRequest {
  if (request.heard.includes(act.actionId)) return request;
  const heard = { ...request, heard: [...request.heard, act.actionId].slice(-DEEDS_REMEMBERED) };
  if (!may(act.as, act.do, request.standing.status)) return refused(heard, act, "not-allowed", now);
  switch (act.do) {
    case "claim":
      return decideClaim(heard, act, check, now);
    case "close":
      return close(heard, act, now);
  }
}

function decideClaim(
  request: MentorRequest,
  act: Act & { readonly do: "claim" },
  check: MentorCheck,
  now: number,
): MentorRequest {
  const standing = claim(request, act.by, check);
  if ("refused" in standing) return refused(request, act, standing.refused, now);
  const claimed = moved(request, standing, now);
  const entry = { at: now, by: act.by, what: "claimed", ...(check === "unknown" && { note: "unverified" }) } as const;
  const noted = { ...claimed, timeline: written(claimed.timeline, entry) };
  const toMentor = say(noted, { audience: "mentor", about: "claimed", to: act.by }, "claimed", now);
  const toMentee = say(toMentor, { audience: "mentee", about: "claimed" }, "claimed", now);
  return tellThatItIsSolved(toMentee, now);
}

/** Whoever was told that nobody had it is told that somebody has. */
export function tellThatItIsSolved(request: MentorRequest, now: number): MentorRequest {
  return (["coordinator", "ceo"] as const)
    .filter((audience) => request.threads[audience])
    .reduce((state, audience) => say(state, { audience, about: "solved" }, "solved", now), request);
}

function close(request: MentorRequest, act: Act & { readonly do: "close" }, now: number): MentorRequest {
  const outcome: Outcome = { kind: "closed-by-coordinator", reason: act.reason };
  const { standing } = request;
  const closed = moved(request, { status: "closed", outcome }, now);
  const noted = { ...closed, timeline: written(closed.timeline, { at: now, by: act.by, what: "closed" }) };
  const toMentee = say(noted, { audience: "mentee", about: "closed" }, "closed", now);
  const held = standing.status === "claimed" || standing.status === "held";
  const toBoth = held
    ? say(toMentee, { audience: "mentor", about: "closed", to: standing.by }, "closed", now)
    : toMentee;
  return tellThatItIsSolved(toBoth, now);
}

function refused(request: MentorRequest, act: Act, reason: RefusalReason, now: number): MentorRequest {
  const entry = { at: now, by: act.by, what: "refused", note: `${act.do}: ${reason}` } as const;
  const noted = { ...request, timeline: written(request.timeline, entry) };
  if (act.do !== "claim") return noted;
  const { by, actionId, pressedAt } = act;
  return say(noted, { audience: "claimer", about: reason, to: by, actionId, pressedAt }, "claimed", now);
}
