import { condition, patched } from "@temporalio/workflow";
import { askedFromNow, asksInWorkingTime, carryOutDueSteps, endsUnasked } from "../../domain/carry-out.ts";
import { askedNow, unsentQuestion } from "../../domain/held-up.ts";
import type { Place } from "../../domain/request.ts";
import { nextStep } from "../../domain/steps.ts";
import { Alarm } from "./alarm.ts";
import { decideInbox } from "./decide-inbox.ts";
import { type Running, whenChanged } from "./running.ts";
import { showInTemporal } from "./show-in-temporal.ts";

/**
 * Walks the table of one place, row by row as they fall due, until something that a person did moves the request on, or
 * until this run has to end. What is to be said goes into the outbox; no delivery is waited for.
 */
export async function walk(request: Running, place: Place, mustEnd: () => boolean): Promise<void> {
  const alarm = new Alarm();
  while (request.state.standing.status === place && !mustEnd()) {
    if (endsUnasked(request.state, Date.now()) && patched("nothing ends while its question waits"))
      request.state = askedFromNow(request.state, Date.now());
    const unsent = unsentQuestion(request.state, Date.now());
    if (unsent && patched("nothing ends while a question of its table waits"))
      request.state = askedNow(request.state, unsent, Date.now());
    const claimsFirst = isUpToAClaim(request) && patched("a claim in line is decided first");
    if (!claimsFirst) {
      const atOnce =
        asksInWorkingTime(request.state, Date.now()) && patched("a question is asked at once in working time as well");
      request.state = carryOutDueSteps(request.state, Date.now(), atOnce);
    }
    if (request.state.standing.status !== place) break;
    showInTemporal(request);
    const next = nextStep(request.state);
    if (next && !claimsFirst) alarm.set(next.at, `waiting for: ${next.id}`);
    else alarm.off();
    await condition(
      whenChanged(request, () => alarm.rang || mustEnd() || (claimsFirst && request.claims.length === 0)),
    );
    if (alarm.rang) alarm.off();
    decideInbox(request);
  }
  alarm.off();
}

/** What fell due while a claim is in line is not said yet: within seconds it is decided, and may no longer be so. */
function isUpToAClaim({ claims, state }: Running): boolean {
  const next = nextStep(state);
  return claims.length > 0 && next !== undefined && next.at <= Date.now();
}
