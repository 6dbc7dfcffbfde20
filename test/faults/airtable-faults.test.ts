import { test } from "vitest";
import { BREAKDOWNS } from "./airtable-faults.ts";
import { type Trial, underFaults } from "./under-faults.ts";

/** The long test has more requests, and the pauses of half a minute as well. */
const TRIAL: Trial = { seed: 7, requests: 15, faults: BREAKDOWNS, eachForMs: [200, 800], writtenWithinMs: 90_000 };

test("whatever Airtable does while people go on, each request is in the records as it stands, once", async () => {
  await underFaults(TRIAL);
}, 120_000);
