import type { Act } from "./act.ts";
import { assign, decideClaim } from "./acts/claim.ts";
import { close, rate, withdraw } from "./acts/close.ts";
import { applyPolicy, bumpNow, escalate, isEscalated, snooze } from "./acts/coordinate.ts";
import { addDetails, askMentee, change, writeToMentors } from "./acts/details.ts";
import { anotherMentor, pass, release, takeAway } from "./acts/give-back.ts";
import { agreed, didNotCome, mentorNeverWrote, notYet, stillWanted, tookPlace, wrote } from "./acts/meet.ts";
import type { MentorCheck } from "./claim.ts";
import { mayNot } from "./may.ts";
import { type RefusalReason, say } from "./outbox.ts";
import { type MentorRequest, noted } from "./request.ts";

/** A second delivery comes within minutes; so many deeds are remembered to recognise it. */
const DEEDS_REMEMBERED = 500;

/**
 * The request after somebody did something. Never throws: what may not be done stands in the timeline as refused, and
 * whoever pressed a button is told why. The same deed delivered twice changes nothing.
 */
export function decide(request: MentorRequest, act: Act, now: number, check: MentorCheck = "unknown"): MentorRequest {
  if (request.heard.includes(act.actionId)) return request;
  const heard = hearing(request, act);
  const decided = mayNot(heard, act) ?? carryOut(heard, act, check, now);
  return typeof decided === "string" ? refused(heard, act, decided, now) : decided;
}

/**
 * Why it would be refused, as the request stands, or would come to nothing since it was said before in this stay; a claim
 * also hangs on the mentor's record.
 */
export function refusalOf(request: MentorRequest, act: Act, now: number): RefusalReason | undefined {
  const decided = mayNot(request, act) ?? carryOut(request, act, "unknown", now);
  if (typeof decided === "string") return decided;
  const saysNothing = act.do === "write-to-mentors" && decided.said === request.said;
  return saysNothing || (act.do === "escalate" && isEscalated(request)) ? "said-before" : undefined;
}

function carryOut(
  request: MentorRequest,
  act: Act,
  ...[check, now]: [MentorCheck, number]
): MentorRequest | RefusalReason {
  switch (act.do) {
    case "claim":
      return decideClaim(request, act, check, now);
    case "pass":
      return pass(request, act, now);
    case "ask-details":
    case "ask-mentee":
      return askMentee(request, act, now);
    case "agreed":
      return agreed(request, act, now);
    case "held":
    case "met":
      return tookPlace(request, act, now);
    case "did-not-come":
      return didNotCome(request, act, now);
    case "wrote":
      return wrote(request, act, now);
    case "release":
      return release(request, act, now);
    case "not-yet":
      return notYet(request, act, now);
    case "mentor-never-wrote":
      return mentorNeverWrote(request, act, now);
    case "still-wanted":
      return stillWanted(request, act, now);
    case "rate":
      return rate(request, act, now);
    case "another-mentor":
      return anotherMentor(request, act, now);
    case "add-details":
      return addDetails(request, act, now);
    case "withdraw":
      return withdraw(request, act, now);
    case "assign":
      return assign(request, act, now);
    case "take-away":
      return takeAway(request, act, now);
    case "bump":
      return bumpNow(request, act, now);
    case "change":
      return change(request, act, now);
    case "snooze":
      return snooze(request, act, now);
    case "escalate":
      return escalate(request, act, now);
    case "write-to-mentors":
      return writeToMentors(request, act, now);
    case "close":
      return close(request, act, now);
    case "apply-policy":
      return applyPolicy(request, act, now);
  }
}

/** The request after this act was refused, whatever the table says of it. The same deed twice changes nothing. */
export function refuse(request: MentorRequest, act: Act, reason: RefusalReason, now: number): MentorRequest {
  return request.heard.includes(act.actionId) ? request : refused(hearing(request, act), act, reason, now);
}

const hearing = (request: MentorRequest, { actionId }: Act): MentorRequest => ({
  ...request,
  heard: [...request.heard, actionId].slice(-DEEDS_REMEMBERED),
});

function refused(request: MentorRequest, act: Act, reason: RefusalReason, now: number): MentorRequest {
  const { by, actionId, pressedAt, privately, do: what } = act;
  const written = noted(request, { at: now, by, what: "refused", note: `${what}: ${reason}` });
  if (pressedAt === undefined || by === "temporal") return written;
  const answer = {
    audience: "claimer",
    about: reason,
    to: by,
    actionId,
    pressedAt,
    ...(privately && { privately }),
  } as const;
  return say(written, answer, what, now);
}
