import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { reckonDueTimes } from "../../../activities/calendar/reckon-due-times.ts";
import type { WorkingCalendar } from "../../../domain/calendar.ts";
import { milliseconds } from "../../../domain/duration.ts";

const zone = "America/New_York";
const at = (text: string): number => DateTime.fromISO(text, { zone }).toMillis();
const shown = (ms: number): string => DateTime.fromMillis(ms, { zone }).toFormat("ccc yyyy-MM-dd HH:mm");

const office: WorkingCalendar = {
  kind: "working",
  timeZone: zone,
  days: [1, 2, 3, 4, 5],
  from: "09:00",
  to: "17:00",
  holidays: "US",
};
const EIGHT_HOURS = 8 * 60 * 60_000;

async function due(since: string, after: string, calendar = office): Promise<string> {
  const [time = 0] = await reckonDueTimes({
    calendar,
    earlier: [],
    since: at(since),
    afters: [milliseconds(after, EIGHT_HOURS)],
  });
  return shown(time);
}

test.each([
  ["a wait over the weekend", "2026-03-06T16:55", "2 days", "Tue 2026-03-10 16:55"],
  ["a wait that begins on a Saturday", "2026-03-07T12:00", "1 day", "Mon 2026-03-09 17:00"],
  ["a wait that begins before work", "2026-03-03T06:00", "2 hours", "Tue 2026-03-03 11:00"],
  ["a wait that begins after work", "2026-03-03T20:00", "2 hours", "Wed 2026-03-04 11:00"],
  ["ten days and twelve hours", "2026-03-02T09:00", "10 days 12 hours", "Tue 2026-03-17 13:00"],
  ["the night on which the clocks go forward", "2026-03-06T16:00", "2 hours", "Mon 2026-03-09 10:00"],
  ["the night on which the clocks go back", "2026-10-30T16:00", "2 hours", "Mon 2026-11-02 10:00"],
  ["Thanksgiving", "2026-11-25T09:00", "2 days", "Fri 2026-11-27 17:00"],
  ["Independence Day, observed on the Friday before", "2026-07-02T16:00", "2 hours", "Mon 2026-07-06 10:00"],
])("only working time counts: %s", async (_what, since, after, expected) => {
  expect(await due(since, after)).toBe(expected);
});

test("stays before this one count as well, and only their working time does", async () => {
  const earlier = [{ from: at("2026-03-06T15:00"), to: at("2026-03-09T10:00") }];
  const [time = 0] = await reckonDueTimes({
    calendar: office,
    earlier,
    since: at("2026-03-10T09:00"),
    afters: [milliseconds("1 day", EIGHT_HOURS)],
  });
  expect(shown(time)).toBe("Tue 2026-03-10 14:00");
});

test("what was waited for longer than it takes is due at once", async () => {
  const earlier = [{ from: at("2026-03-02T09:00"), to: at("2026-03-06T17:00") }];
  const reckoning = { calendar: office, earlier, since: at("2026-03-10T21:00"), afters: [EIGHT_HOURS] };
  expect(await reckonDueTimes(reckoning)).toEqual([at("2026-03-10T21:00")]);
});

test("a country or a zone that is not known is refused with what to write instead", async () => {
  await expect(due("2026-03-06T16:55", "2 days", { ...office, holidays: "XX" })).rejects.toThrow('such as "US"');
  await expect(due("2026-03-06T16:55", "2 days", { ...office, timeZone: "Mars/Base" })).rejects.toThrow(
    "America/New_York",
  );
});
