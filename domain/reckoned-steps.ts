import { afterOf, dayOf, isReckoned, keyOf, nextTime, rowsOf } from "./due-times.ts";
import { milliseconds } from "./duration.ts";
import { type Policy, TABLES_OF_STEPS } from "./policy.ts";
import type { MentorRequest } from "./request.ts";

/** So many times of a repeating step are reckoned at once, so that those that fell due in an outage can be merged. */
const TIMES_AHEAD = 10;

/** A step whose time is still to be reckoned with the policy's calendar. */
export interface Unreckoned {
  readonly key: string;
  /** Working time after which it is due, in milliseconds. */
  readonly after: number;
}

/** The steps to come whose times have to be reckoned first; none while time is continuous. */
export function unreckonedSteps(request: MentorRequest): readonly Unreckoned[] {
  const { policy, stay } = request;
  const { calendar } = policy;
  if (calendar.kind === "continuous") return [];
  const isDated = stay.agreedOn !== undefined;
  if (isDated && !stay.reckonsDate) return [];
  return rowsOf(request).flatMap((row) => {
    const nth = nextTime(request, row);
    const after = isDated ? row.afterSession : row.after;
    if (nth === undefined || after === undefined || !isReckoned(policy, after)) return [];
    if (stay.reckoned?.[keyOf(row, nth)] !== undefined) return [];
    if (isDated) return [{ key: keyOf(row, nth), after: milliseconds(after, dayOf(policy)) }];
    const times = row.every ? Array.from({ length: TIMES_AHEAD }, (_, i) => nth + i) : [nth];
    return times.map((time) => ({ key: keyOf(row, time), after: afterOf(request, row, time) }));
  });
}

/** Every wait that a policy may have to have reckoned with its calendar, in milliseconds of working time. */
export function waitsToReckon(policy: Policy): readonly number[] {
  if (policy.calendar.kind === "continuous") return [];
  return TABLES_OF_STEPS.flatMap((table) => policy[table]).flatMap((row) => [
    afterOf({ policy }, row, row.every ? TIMES_AHEAD - 1 : 0),
    ...(row.afterSession === undefined ? [] : [milliseconds(row.afterSession, dayOf(policy))]),
  ]);
}

/** The request, knowing when these steps are due. */
export function reckoned(request: MentorRequest, times: Readonly<Record<string, number>>): MentorRequest {
  return { ...request, stay: { ...request.stay, reckoned: { ...request.stay.reckoned, ...times } } };
}
