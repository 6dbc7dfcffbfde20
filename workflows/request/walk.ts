import { condition, patched } from "@temporalio/workflow";
import type { Place } from "../../domain/request.ts";
import { nextStep } from "../../domain/steps.ts";
import { Alarm } from "./alarm.ts";
import { carryOutWhatIsDue, endNothingUnasked } from "./carry-out-what-is-due.ts";
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
    endNothingUnasked(request);
    const claimsFirst = isUpToAClaim(request) && patched("a claim in line is decided first");
    if (!claimsFirst) carryOutWhatIsDue(request);
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
