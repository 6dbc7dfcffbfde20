import { patched } from "@temporalio/workflow";
import { askedFromNow, asksInWorkingTime, carryOutDueSteps, endsUnasked } from "../../domain/carry-out.ts";
import { askedNow, unsentQuestion } from "../../domain/held-up.ts";
import type { Running } from "./running.ts";

/** Puts an end off that would come for want of an answer while its question has not even been sent. */
export function endNothingUnasked(request: Running): void {
  const now = Date.now();
  if (endsUnasked(request.state, now) && patched("nothing ends while its question waits"))
    request.state = askedFromNow(request.state, now);
  const unsent = unsentQuestion(request.state, now);
  if (unsent && patched("nothing ends while a question of its table waits"))
    request.state = askedNow(request.state, unsent, now);
}

export function carryOutWhatIsDue(request: Running): void {
  const now = Date.now();
  const atOnce =
    asksInWorkingTime(request.state, now) && patched("a question is asked at once in working time as well");
  request.state = carryOutDueSteps(request.state, now, atOnce);
}
