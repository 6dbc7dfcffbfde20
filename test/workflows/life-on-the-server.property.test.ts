import { afterAll, beforeAll, inject, test } from "vitest";
import { liveAtRandom } from "./lives-at-random.ts";
import { RunningRequests } from "./running-requests.ts";

let requests: RunningRequests;
beforeAll(async () => {
  requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
});
afterAll(() => requests.end());

// The same lives each time, so that a check of a change is about the change.
test(
  "whatever people do to a request that runs, and whatever breaks down meanwhile, the same is true of it",
  () => liveAtRandom(requests, { seed: 7, numRuns: 24 }),
  180_000,
);
