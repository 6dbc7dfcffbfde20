import { ApplicationFailure } from "@temporalio/activity";
import DateHolidays from "date-holidays";
import { DateTime } from "luxon";
import type { Interval, WorkingCalendar } from "../../domain/calendar.ts";

const YEARS_AT_MOST = 20;

/** Whether nobody works on this date, given in the calendar's own zone. */
export type IsHoliday = (date: DateTime) => boolean;

/** The public holidays of the calendar's country or state; none when it names none. Throws when there is no such country. */
export function holidaysOf({ holidays }: WorkingCalendar): IsHoliday {
  if (holidays === undefined) return () => false;
  const [country = "", state] = holidays.split("-");
  const known = new DateHolidays();
  known.init(country, state ?? "", { types: ["public"] });
  if (known.getHolidays(2024).length === 0) {
    throw ApplicationFailure.create({
      type: "muster: calendar",
      message: `The policy's calendar names the holidays of "${holidays}", which are not known: use a country such as "US".`,
    });
  }
  return (date) => known.isHoliday(date.toFormat("yyyy-MM-dd 12:00:00")) !== false;
}

/** The working hours from this moment on, day by day; of the first day only what is left of it. */
export function* workingHours(calendar: WorkingCalendar, isHoliday: IsHoliday, since: number): Generator<Interval> {
  const begin = DateTime.fromMillis(since, { zone: calendar.timeZone });
  if (!begin.isValid) {
    throw ApplicationFailure.create({
      type: "muster: calendar",
      message: `The policy's calendar names the time zone "${calendar.timeZone}", which is not known: use one such as "America/New_York".`,
    });
  }
  for (let date = begin.startOf("day"); date.year < begin.year + YEARS_AT_MOST; date = date.plus({ days: 1 })) {
    if (!calendar.days.includes(date.weekday) || isHoliday(date)) continue;
    const from = at(date, calendar.from);
    const to = at(date, calendar.to);
    if (to > since) yield { from: Math.max(from, since), to };
  }
}

/** This time of the day, as the clocks on the wall show it also on the days on which they are changed. */
function at(date: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return date.set({ hour, minute }).toMillis();
}
