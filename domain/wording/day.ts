import { MINUTE } from "../duration.ts";

const WORDS = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

/** "Thursday 24 December 2026": a day of the calendar, said by its midnight in UTC; the same for every reader. */
export function day(at: number): string {
  return new Intl.DateTimeFormat("en-GB", WORDS).format(at).replace(",", "");
}

/**
 * "2026-12-24 at 18:05 UTC": to the minute, and not before. For plain text, where Slack shows no moment of the reader's own.
 */
export function minuteInUtc(at: number): string {
  const [date = "", time = ""] = new Date(Math.ceil(at / MINUTE) * MINUTE).toISOString().split("T");
  return `${date} at ${time.slice(0, 5)} UTC`;
}
