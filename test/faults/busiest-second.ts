import type { AirtableSimulator } from "../../local/airtable-simulator/airtable-simulator.ts";

/** Of one base: https://airtable.com/developers/web/api/rate-limits */
export const ALLOWED_A_SECOND = 5;

/** The most of these calls that have arrived at Airtable within any second, wherever that second begins. */
export function busiestSecond(calls: AirtableSimulator["calls"]): number {
  const arrivals = calls.map(({ at }) => at).sort((a, b) => a - b);
  return Math.max(0, ...arrivals.map((from, i) => arrivals.slice(i).filter((at) => at < from + 1000).length));
}
