import { test } from "vitest";
import { BREAKDOWNS, PAUSES } from "../faults/airtable-faults.ts";
import { type Trial, underFaults } from "../faults/under-faults.ts";

const TRIAL: Trial = {
  seed: 11,
  requests: 200,
  faults: [...PAUSES, ...BREAKDOWNS],
  eachForMs: [500, 2_000],
  writtenWithinMs: 300_000,
};

test("200 requests through every fault of Airtable: each is in the records as it stands, once", async () => {
  await underFaults(TRIAL);
}, 600_000);
