import type { ActOf } from "../act.ts";
import { claim, type MentorCheck, refusalWithoutCheck } from "../claim.ts";
import type { MemberId } from "../ids.ts";
import { type RefusalReason, say, sayInThreads } from "../outbox.ts";
import { type MentorRequest, moved, noted, type Standing } from "../request.ts";
import { said } from "../timeline.ts";

/** A mentor presses the button. One wins; what the record says decides, where it can be read. */
export function decideClaim(
  request: MentorRequest,
  { by }: ActOf<"claim">,
  ...[check, now]: [MentorCheck, number]
): MentorRequest | RefusalReason {
  const standing = claim(request, by, check);
  if ("refused" in standing) return standing.refused;
  const unverified = check === "unknown" ? { note: "unverified" } : {};
  const taken = noted(moved(request, standing, now), { at: now, by, what: "claim", ...unverified });
  return tellBoth(taken, { mentor: by, about: "claimed" }, now);
}

const MAY_NOT_HAVE_IT: readonly RefusalReason[] = ["own-request", "was-mentor-before"];

/** The coordinator or the CEO gives it to a mentor, whom they have asked. The record is not consulted: they know. */
export function assign(
  request: MentorRequest,
  { by, mentor, why }: ActOf<"assign">,
  now: number,
): MentorRequest | RefusalReason {
  const refusal = refusalWithoutCheck(request, mentor);
  if (refusal) return MAY_NOT_HAVE_IT.includes(refusal.refused) ? "choose-others" : refusal.refused;
  const standing: Standing = { status: "claimed", by: mentor, verified: true };
  const taken = noted(moved(request, standing, now), { at: now, by, what: "assign", to: mentor, ...said(why) });
  return tellBoth(taken, { mentor, about: "assigned" }, now);
}

/** An assigned mentor is looked up as well: the two may be kept apart. */
export function toBeLookedUp(request: MentorRequest): MentorRequest {
  const { standing } = request;
  if (standing.status !== "claimed") return request;
  return { ...request, standing: { ...standing, verified: false, assigned: true } };
}

function tellBoth(
  request: MentorRequest,
  { mentor, about }: { readonly mentor: MemberId; readonly about: "claimed" | "assigned" },
  now: number,
): MentorRequest {
  const toMentor = say(request, { audience: "mentor", about, to: mentor }, about, now);
  const toMentee = say(toMentor, { audience: "mentee", about: "claimed" }, about, now);
  return sayInThreads(toMentee, "solved", now);
}
