import { afterOf, dayOf, nextTime } from "../due-times.ts";
import type { Policy, Step } from "../policy.ts";
import type { MentorRequest } from "../request.ts";

/** Whether the step that repeats has been done, and would repeat at other times by this policy. */
export const repeatsOtherwise = (request: MentorRequest, policy: Policy): boolean =>
  changedRepeat(request, policy) !== undefined;

/** Another policy was applied: what repeats goes on from its last time, and not as if it had always repeated as it does now. */
export function goesOnRepeating(before: MentorRequest, after: MentorRequest): MentorRequest {
  const changed = changedRepeat(before, after.policy);
  if (!changed) return after;
  const { was, last } = changed;
  const time = (afterOf(before, was, last) * dayOf(after.policy)) / dayOf(before.policy);
  return { ...after, repeatsFrom: { step: was.id, nth: last, after: Math.round(time) } };
}

/** The step that repeats otherwise, as it was, and its last time. Only the last row of `waiting` repeats. */
function changedRepeat(
  request: MentorRequest,
  policy: Policy,
): { readonly was: Step; readonly last: number } | undefined {
  const [was, is] = [request.policy.waiting.at(-1), policy.waiting.at(-1)];
  const next = was && nextTime(request, was);
  if (!was?.every || !is?.every || was.id !== is.id || !next) return undefined;
  const isSame = is.every === was.every && is.after === was.after && dayOf(policy) === dayOf(request.policy);
  return isSame ? undefined : { was, last: next - 1 };
}
