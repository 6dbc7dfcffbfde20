import { HOUR, inWords, MINUTE } from "../../domain/duration.ts";

/** A length of time as one would say it: "3 days", where "2 days 23 hours" would be more exact. */
export function about(ms: number): string {
  const unit = ms > 12 * HOUR ? HOUR : MINUTE;
  return inWords(Math.round(ms / unit) * unit);
}
