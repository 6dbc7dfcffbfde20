import { patched } from "@temporalio/workflow";
import type { Act } from "../../domain/act.ts";
import {
  dateComesBack,
  hasLostDate,
  isDatedInWorkingTime,
  withDateOf,
  withDateReckoned,
  withDateThatWasSetAside,
} from "../../domain/acts/agreed-date.ts";
import { toBeLookedUp } from "../../domain/acts/claim.ts";
import { isEscalated, isEscalatedUnreckoned, withCeoStepDone } from "../../domain/acts/coordinate.ts";
import { tellOfChange } from "../../domain/acts/details.ts";
import { goesOnRepeating, repeatsOtherwise } from "../../domain/acts/goes-on-repeating.ts";
import { contradiction, contradictsSilence } from "../../domain/acts/meet.ts";
import { decide, refuse } from "../../domain/decide.ts";
import { mayNot } from "../../domain/may.ts";
import type { MentorRequest } from "../../domain/request.ts";
import type { Running } from "./running.ts";

/**
 * Decides all that people did, in order. A claim waits for the mentor's record in a line of its own; delivered twice, it
 * is not looked up a second time.
 */
export function decideInbox(request: Running): void {
  for (const act of request.inbox.splice(0)) {
    if (act.do !== "claim") request.state = decided(request.state, act, Date.now());
    else if (!isKnown(request, act)) request.claims.push(act);
  }
}

function decided(before: MentorRequest, act: Act, now: number): MentorRequest {
  if (act.do === "did-not-come" && before.standing.status === "held" && !patched("a mentor may contradict a session"))
    return refuse(before, act, "not-now", now);
  if (act.do === "escalate" && isEscalated(before) && patched("the CEO is told once a stay"))
    return refuse(before, act, mayNot(before, act) ?? "said-before", now);
  const after = decide(before, act, now);
  if (act.do === "change" && after.asked !== before.asked && patched("the mentee hears of a change"))
    return tellOfChange(after, act, now);
  if (act.do === "assign" && after.standing !== before.standing && patched("an assigned mentor is looked up"))
    return toBeLookedUp(after);
  if (isDatedInWorkingTime(before, after) && patched("what follows a date is reckoned in working time"))
    return withDateReckoned(after);
  if (act.do === "apply-policy" && after.policy !== before.policy && repeatsOtherwise(before, after.policy))
    return patched("what repeats goes on from its last time") ? goesOnRepeating(before, after) : after;
  if (isEscalatedUnreckoned(before, after) && patched("the CEO is told once, though the time is not reckoned yet"))
    return withCeoStepDone(after, now);
  if (dateComesBack(before, after, now) && patched("a date that was set aside comes back"))
    return withDateThatWasSetAside(before, after);
  const keepsDate = hasLostDate(before, after, now) && patched("an agreed date stays while it lies ahead");
  const dated = keepsDate ? withDateOf(before, after) : after;
  const contradicts =
    contradictsSilence(before, after, act.do) && patched("a mentor may contradict that they never wrote");
  return contradicts ? contradiction(dated, now) : dated;
}

function isKnown({ state, claims }: Running, { actionId }: Act): boolean {
  return state.heard.includes(actionId) || claims.some((other) => other.actionId === actionId);
}
