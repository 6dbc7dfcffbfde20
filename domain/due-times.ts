import { workingDay } from "./calendar.ts";
import { DAY, milliseconds } from "./duration.ts";
import type { Policy, Step } from "./policy.ts";
import type { MentorRequest, Stay } from "./request.ts";

/** The rows of the table that it walks; none once it is closed. */
export function rowsOf({ policy, stay, standing }: MentorRequest): readonly Step[] {
  return standing.status === "closed" ? [] : policy[stay.table];
}

/** Which time of this step is still to come; undefined when it is done for good. */
export function nextTime({ done, stay }: MentorRequest, row: Step): number | undefined {
  const times = done.filter(({ step }) => step === row.id).map(({ nth }) => nth);
  if (row.again === "each stay") return times.includes(stay.nth) ? undefined : stay.nth;
  const nth = times.length === 0 ? 0 : Math.max(...times) + 1;
  return nth > 0 && !row.every ? undefined : nth;
}

/**
 * An agreed date moves the rows that speak of it; the others wait until there is no date any more. A date that was past
 * when they told us counts from then.
 */
export function dueAt(request: MentorRequest, row: Step, nth: number): number | undefined {
  const { stay, policy } = request;
  if (stay.agreedOn !== undefined) {
    if (row.afterSession === undefined) return undefined;
    if (stay.reckonsDate && isReckoned(policy, row.afterSession)) return stay.reckoned?.[keyOf(row, nth)];
    return countedFrom(stay) + milliseconds(row.afterSession);
  }
  if (isReckoned(policy, row.after)) return stay.reckoned?.[keyOf(row, nth)];
  const before = stay.earlier.reduce((sum, { from, to }) => sum + to - from, 0);
  return stay.since + Math.max(0, afterOf(request, row, nth) - before);
}

/** In working time everything is reckoned with the calendar, but for what is done at once. */
export const isReckoned = ({ calendar }: Policy, after: string): boolean =>
  calendar.kind === "working" && milliseconds(after) > 0;

/** From when on the steps of this stay are counted. */
export const countedFrom = ({ since, agreedOn = since }: Stay): number => Math.max(since, agreedOn);

export const keyOf = ({ id }: Step, nth: number): string => `${id} ${nth}`;

/** How long a day of this policy is, in milliseconds of the time that it counts. */
export const dayOf = ({ calendar }: Policy): number => (calendar.kind === "working" ? workingDay(calendar) : DAY);

/** After how much time that counts this step is due that time, in milliseconds. */
export function afterOf(
  { policy, repeatsFrom }: Pick<MentorRequest, "policy" | "repeatsFrom">,
  row: Step,
  nth: number,
): number {
  const day = dayOf(policy);
  const first = milliseconds(row.after, day);
  const every = row.every ? milliseconds(row.every, day) : 0;
  if (repeatsFrom?.step !== row.id || nth <= repeatsFrom.nth) return first + nth * every;
  return Math.max(first, repeatsFrom.after + (nth - repeatsFrom.nth) * every);
}
