import { condition } from "@temporalio/workflow";
import { countedFrom } from "../../domain/due-times.ts";
import { reckoned, unreckonedSteps } from "../../domain/reckoned-steps.ts";
import type { Running } from "./running.ts";
import { untilDone } from "./until-done.ts";

/** Has the due times reckoned that the policy's calendar asks for; with continuous time there is nothing to do. */
export async function reckon(request: Running): Promise<void> {
  for (;;) {
    await condition(() => request.leaving || unreckonedSteps(request.state).length > 0);
    const { policy, stay } = request.state;
    const { calendar } = policy;
    if (request.leaving) return;
    if (calendar.kind === "continuous") continue;
    const steps = unreckonedSteps(request.state);
    const isCurrent = () =>
      request.state.policy === policy && request.state.stay.nth === stay.nth && request.state.stay.since === stay.since;
    const times = await untilDone(
      request,
      "due times",
      () => !request.leaving && isCurrent(),
      (outside) =>
        outside.reckonDueTimes({
          calendar,
          earlier: stay.earlier,
          since: countedFrom(stay),
          afters: steps.map(({ after }) => after),
        }),
    );
    if (times === "unwanted" || !isCurrent()) continue;
    request.state = reckoned(request.state, Object.fromEntries(steps.map(({ key }, i) => [key, times[i] ?? 0])));
  }
}
