import { reckonDueTimes } from "../../activities/calendar/reckon-due-times.ts";
import { applyPolicy } from "../../domain/acts/coordinate.ts";
import { goesOnRepeating } from "../../domain/acts/goes-on-repeating.ts";
import { countedFrom } from "../../domain/due-times.ts";
import { actionId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policy.ts";
import { reckoned, unreckonedSteps } from "../../domain/reckoned-steps.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { stepsToCome } from "../../domain/steps.ts";

/** A step of an open request: when it is due now, and when it would be. Absent on one side: only the other policy has it. */
export interface Moved {
  readonly step: string;
  readonly was?: number;
  readonly becomes?: number;
}

/** What a policy would do to this request. Steps that were done are in neither list, and are never repeated. */
export async function preview(request: MentorRequest, policy: Policy, now: number): Promise<readonly Moved[]> {
  const act = { do: "apply-policy", by: "temporal", as: "coordinator", actionId: actionId("preview"), policy } as const;
  const applied = goesOnRepeating(request, applyPolicy(request, act, now));
  const [was, becomes] = await Promise.all([dueTimes(request), dueTimes(applied)]);
  const steps = [...new Set([...was.keys(), ...becomes.keys()])];
  return steps
    .map((step) => ({ step, ...side("was", was.get(step)), ...side("becomes", becomes.get(step)) }))
    .sort((a: Moved, b: Moved) => (a.becomes ?? a.was ?? 0) - (b.becomes ?? b.was ?? 0));
}

async function dueTimes(request: MentorRequest): Promise<ReadonlyMap<string, number>> {
  const { calendar } = request.policy;
  const open = unreckonedSteps(request);
  const { earlier } = request.stay;
  const times =
    calendar.kind === "continuous"
      ? []
      : await reckonDueTimes({
          calendar,
          earlier,
          since: countedFrom(request.stay),
          afters: open.map(({ after }) => after),
        });
  const known = reckoned(request, Object.fromEntries(open.map(({ key }, i) => [key, times[i] ?? 0])));
  return new Map(stepsToCome(known).map(({ id, at }) => [id, at]));
}

const side = (name: "was" | "becomes", at: number | undefined) => (at === undefined ? {} : { [name]: at });
