import { AIRTABLE_MISHAPS } from "../../local/airtable-simulator/airtable-mishaps.ts";
import type { Mishap } from "../../local/network-simulator/faults.ts";

/** Each keeps the worker from asking anything for half a minute. The other bodies of a 429 come to the same. */
export const PAUSES: readonly Mishap[] = [
  { kind: "rate-limited" },
  { kind: "rate-limited", retryAfterSeconds: 30 },
  AIRTABLE_MISHAPS.billingLimitReached,
];

/** Everything else that can go wrong between the worker and Airtable. */
export const BREAKDOWNS: readonly Mishap[] = [
  { kind: "unavailable", status: 500 },
  { kind: "unavailable", status: 502 },
  { kind: "unavailable", status: 503 },
  { kind: "unavailable", status: 504 },
  AIRTABLE_MISHAPS.serverError,
  AIRTABLE_MISHAPS.retriableError,
  { kind: "unavailable-after" },
  { kind: "html" },
  AIRTABLE_MISHAPS.htmlInsteadOfJson,
  { kind: "dropped-before" },
  { kind: "dropped-after" },
  { kind: "hang" },
  { kind: "slow", ms: 2_000 },
  { kind: "truncated" },
  { kind: "cut-in-body" },
  { kind: "cut-in-body", lengthAnnounced: true },
  { kind: "stalled-in-body" },
];
