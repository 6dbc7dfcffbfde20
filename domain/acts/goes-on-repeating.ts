import { afterOf, dayOf, nextTime } from "../due-times.ts";
import { type Policy, type Step, TABLES_OF_STEPS } from "../policy.ts";
import type { MentorRequest } from "../request.ts";

/** Whether a step that has been done would repeat at other times by this policy. */
export const repeatsOtherwise = (request: MentorRequest, policy: Policy): boolean =>
  repeatsChanged(request, policy).length > 0;

/** Another policy was applied: what repeats goes on from its last time, and not as if it had always repeated as it does now. */
export function goesOnRepeating(before: MentorRequest, after: MentorRequest): MentorRequest {
  const longer = dayOf(after.policy) / dayOf(before.policy);
  const changed = repeatsChanged(before, after.policy).map(({ was, last }) => {
    const time = Math.round(afterOf(before, was, last) * longer);
    return [was.id, { nth: last, after: time }] as const;
  });
  return { ...after, repeatsFrom: { ...before.repeatsFrom, ...Object.fromEntries(changed) } };
}

/** The steps that repeat otherwise, as they were, with the last time that they were done. */
function repeatsChanged(
  request: MentorRequest,
  policy: Policy,
): readonly { readonly was: Step; readonly last: number }[] {
  return TABLES_OF_STEPS.flatMap((table) => request.policy[table]).flatMap((was) => {
    const is = TABLES_OF_STEPS.flatMap((table) => policy[table]).find(({ id }) => id === was.id);
    const next = nextTime(request, was);
    if (!is?.every || !was.every || was.again || is.again || !next) return [];
    const isSame = is.every === was.every && is.after === was.after && dayOf(policy) === dayOf(request.policy);
    return isSame ? [] : [{ was, last: next - 1 }];
  });
}
