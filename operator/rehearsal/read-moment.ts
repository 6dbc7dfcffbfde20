import { DAY } from "../../domain/duration.ts";
import { isTimeZone, momentAt, wallClock } from "./wall-clock.ts";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ON_A_WEEKDAY = /^(?<weekday>[a-z]{3,9})\s+(?<time>(?:[01]?\d|2[0-3]):[0-5]\d)$/i;
const ON_A_DATE = /^(?<date>\d{4}-\d{2}-\d{2})[T ](?<time>(?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2})?$/;
const WITH_AN_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

const FARTHEST = 366 * DAY;

/**
 * "Friday 16:55" (the next one), "2027-01-08 16:55" or an ISO time, on the clocks of that zone unless it has an offset of
 * its own; in milliseconds since 1970. Throws one sentence when it is none, or not in the coming year.
 */
export function readMoment(text: string, { timeZone, now }: { timeZone: string; now: number }): number {
  if (!isTimeZone(timeZone)) {
    throw new Error(`--time-zone ${timeZone} is not known: use a name such as America/New_York or Europe/Berlin.`);
  }
  const moment = momentOf(text.trim(), timeZone, now);
  if (moment === undefined || Number.isNaN(moment)) {
    throw new Error(
      `--posted takes a moment such as "Friday 16:55", "2027-01-08 16:55" or 2027-01-08T16:55-05:00, not "${text}".`,
    );
  }
  if (moment <= now) {
    throw new Error(`--posted ${text} is over: time can be skipped forward only, so it takes a moment in the future.`);
  }
  if (moment > now + FARTHEST) throw new Error(`--posted ${text} is more than a year ahead.`);
  return moment;
}

function momentOf(text: string, timeZone: string, now: number): number | undefined {
  if (/^\d/.test(text) && !isDay(text.slice(0, 10))) return undefined;
  if (WITH_AN_OFFSET.test(text)) return Date.parse(text);
  const { date = "", time: ofDate } = ON_A_DATE.exec(text)?.groups ?? {};
  if (ofDate) return momentAt(Date.parse(`${date}T${ofDate}Z`), timeZone);
  const { weekday = "", time } = ON_A_WEEKDAY.exec(text)?.groups ?? {};
  const day = WEEKDAYS.findIndex(
    (name) => name === weekday.toLowerCase() || name.slice(0, 3) === weekday.toLowerCase(),
  );
  if (!time || day < 0) return undefined;
  return nextOf(day, time, { timeZone, now });
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isDay(date: string): boolean {
  const midnight = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
}

/** The first that is still to come. One that the clocks leave out is the next week's. */
function nextOf(day: number, time: string, { timeZone, now }: { timeZone: string; now: number }): number | undefined {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const today = new Date(wallClock(now, timeZone));
  const midnight = Math.floor(today.getTime() / DAY) * DAY;
  const daysAhead = (day - today.getUTCDay() + 7) % 7;
  return [0, 7, 14]
    .map((more) => momentAt(midnight + (daysAhead + more) * DAY + (hours * 60 + minutes) * 60_000, timeZone))
    .find((moment) => moment !== undefined && moment > now);
}
