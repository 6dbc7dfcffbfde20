import { defaultPayloadConverter } from "@temporalio/common";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { DAY, HOUR } from "../../domain/duration.ts";
import { SEARCH } from "../../workflows/contract.ts";
import { ADA, BOB } from "../domain/a-request.ts";
import { type RunningRequest, RunningRequests } from "./running-requests.ts";

let requests: RunningRequests;
beforeAll(async () => {
  requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
});
afterAll(() => requests.end());

/** What the request's own page says. */
async function page({ handle }: RunningRequest): Promise<string> {
  return (await handle.query<{ readonly currentDetails: string }>("__temporal_workflow_metadata")).currentDetails;
}

async function listedAs({ handle }: RunningRequest) {
  const { typedSearchAttributes: found } = await handle.describe();
  const [status, step, mentor, trouble] = [SEARCH.RequestStatus, SEARCH.RequestStep, SEARCH.Mentor, SEARCH.Trouble].map(
    (key) => found.get(key),
  );
  return { status, step, mentor, trouble, nextStepAt: found.get(SEARCH.NextStepAt)?.getTime() };
}

/** What stands beside the timers, or the activities, in the request's history. */
async function summaries({ handle }: RunningRequest, of: "timer" | "activity"): Promise<readonly string[]> {
  const { events } = await handle.fetchHistory();
  const begun = of === "timer" ? "timerStartedEventAttributes" : "activityTaskScheduledEventAttributes";
  return (events ?? [])
    .filter((event) => event[begun])
    .map(({ userMetadata }) => userMetadata?.summary)
    .map((summary) => (summary ? defaultPayloadConverter.fromPayload<string>(summary) : "nothing"));
}

const allIsSaid = (request: RunningRequest) => request.is(({ outbox }) => outbox.length === 0);

test("while it waits, a request's page says what comes next, and lists have how far up the ladder it is", async () => {
  const request = await requests.open();
  const { stay } = await request.is(({ posts, outbox }) => posts.length === 1 && outbox.length === 0);
  expect((await page(request)).split("\n").slice(0, 3)).toEqual([
    `**Code review** (SQL), asked by ${BOB}`,
    "**waiting**, less than a minute without a mentor so far",
    expect.stringMatching(/^Next: \*\*acknowledge\*\* at .* UTC$/),
  ]);
  await expect
    .poll(() => listedAs(request))
    .toEqual({ status: "waiting", step: "receipt", nextStepAt: stay.since + 2 * DAY });

  await request.passes(7 * DAY + HOUR);
  await allIsSaid(request);
  await expect
    .poll(() => listedAs(request))
    .toEqual({ status: "waiting", step: "coordinator", nextStepAt: stay.since + 10.5 * DAY });
  expect(await page(request)).toContain("Next: **ceo** at ");
  expect(await page(request)).toMatch(/ muster told coordinator \(coordinator\)$/);

  const next = ["acknowledge", "bump-1", "bump-2", "coordinator", "ceo"];
  expect(await summaries(request, "timer")).toEqual(next.map((step) => `waiting for: ${step}`));
  expect(await summaries(request, "activity")).toEqual(
    expect.arrayContaining(["post to mentors", "receipt to mentee", "bump-1 to mentors", "record"]),
  );
  await request.act("withdraw", { by: BOB, as: "mentee", actionId: "withdraw-1" });
  await request.handle.result();
});

test("once it is claimed, and while something fails, its page and the lists say so", async () => {
  const request = await requests.open();
  await request.is(({ posts, outbox }) => posts.length === 1 && outbox.length === 0);
  await request.act("claim", { by: ADA, as: "mentor", actionId: "claim-1", pressedAt: await request.now() });
  const { stay } = await request.is(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0);
  await expect
    .poll(() => listedAs(request))
    .toEqual({ status: "claimed", mentor: ADA, nextStepAt: stay.since + 3 * DAY });
  expect(await page(request)).toContain(`**claimed** by ${ADA}, `);

  request.outside.world.slackIsDown = true;
  await request.passes(3 * DAY + 2 * HOUR);
  await expect
    .poll(() => listedAs(request))
    .toMatchObject({ step: "how-it-goes", trouble: "how-it-goes to mentor: slack: no answer" });
  expect(await page(request)).toContain("\n**In trouble:** how-it-goes to mentor: slack: no answer\n");

  request.outside.world.slackIsDown = false;
  await request.act("withdraw", { by: BOB, as: "mentee", actionId: "withdraw-1" });
  await request.passes(2 * HOUR);
  await request.handle.result();
  expect(await listedAs(request)).toEqual({ status: "closed" });
  expect(await page(request)).toContain("Nothing more happens by itself.");
});
