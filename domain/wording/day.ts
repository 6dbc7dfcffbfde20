const WORDS = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

/** "Thursday 24 December 2026": a day of the calendar, said by its midnight in UTC; the same for every reader. */
export function day(at: number): string {
  return new Intl.DateTimeFormat("en-GB", WORDS).format(at).replace(",", "");
}
