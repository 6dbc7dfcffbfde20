import { afterAll, beforeAll, inject, test } from "vitest";
import { liveAtRandom } from "../workflows/lives-at-random.ts";
import { RunningRequests } from "../workflows/running-requests.ts";

let requests: RunningRequests;
beforeAll(async () => {
  requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
});
afterAll(() => requests.end());

const SEEDS = [101, 104, 105, 107, 111, 119, 120, 123];

test.each(SEEDS)(
  "the same is true of the lives that begin with %d",
  (seed) => liveAtRandom(requests, { seed, numRuns: 24 }),
  300_000,
);
