import { ApplicationFailure } from "@temporalio/activity";
import type { Interval, WorkingCalendar } from "../../domain/calendar.ts";
import { holidaysOf, workingHours } from "./working-hours.ts";

export interface Reckoning {
  readonly calendar: WorkingCalendar;
  /** Earlier stretches that count as well. */
  readonly earlier: readonly Interval[];
  readonly since: number;
  /** Working time after which each is due, in milliseconds. */
  readonly afters: readonly number[];
}

/** A wait in working time ends within so many days, or the calendar has no working days to speak of. */
const DAYS_AT_MOST = 3_700;

/**
 * When each of these waits is over, if only working time counts. It is an activity, so that the result stands in the
 * history: a new edition of the time zones or of the holidays cannot change what a running request has done.
 */
export async function reckonDueTimes({ calendar, earlier, since, afters }: Reckoning): Promise<readonly number[]> {
  const holidays = holidaysOf(calendar);
  const worked = earlier.reduce((sum, interval) => sum + workedIn(calendar, holidays, interval), 0);
  return afters.map((after) => dueAfter(calendar, holidays, { since, left: after - worked }));
}

type Holidays = ReturnType<typeof holidaysOf>;

function workedIn(calendar: WorkingCalendar, holidays: Holidays, { from, to }: Interval): number {
  let sum = 0;
  for (const hours of workingHours(calendar, holidays, from)) {
    if (hours.from >= to) return sum;
    sum += Math.min(hours.to, to) - Math.max(hours.from, from);
  }
  return sum;
}

function dueAfter(
  calendar: WorkingCalendar,
  holidays: Holidays,
  { since, left }: { readonly since: number; readonly left: number },
): number {
  if (left <= 0) return since;
  let rest = left;
  let days = 0;
  for (const hours of workingHours(calendar, holidays, since)) {
    const begin = Math.max(hours.from, since);
    if (hours.to - begin >= rest) return begin + rest;
    rest -= hours.to - begin;
    days += 1;
    if (days > DAYS_AT_MOST) break;
  }
  throw ApplicationFailure.create({
    type: "muster: calendar",
    message: "The policy's calendar has too few working days to reach this step: check its days and holidays.",
  });
}
