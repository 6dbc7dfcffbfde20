import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { DAY, HOUR } from "../domain/duration.ts";
import { memberId } from "../domain/ids.ts";
import { type Cost, costOf } from "./workflows/cost-of.ts";
import { type RunningRequest, RunningRequests } from "./workflows/running-requests.ts";

let requests: RunningRequests;
beforeAll(async () => {
  requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
});
afterAll(() => requests.end());

test("a request that is claimed at once costs no more than 30 actions, from the form to the feedback", async () => {
  const request = await requests.open();
  await request.is(({ posts, outbox }) => posts.length === 1 && outbox.length === 0);
  const cost = await fromTheClaimOn(request);
  console.log(`Claimed at once: ${inWords(cost)}`);
  expect(cost.actions).toBeLessThanOrEqual(30);
});

test("a request that goes up the whole ladder and is claimed then costs no more than 45 actions", async () => {
  const request = await requests.open();
  for (const next of ["U0SAL", "U0TIM", "U0JOY"]) {
    request.outside.world.mentors = [memberId(next)];
    await request.passes((10.5 * DAY + HOUR) / 3);
  }
  await request.is(({ outbox, threads }) => threads.ceo !== undefined && outbox.length === 0);
  const cost = await fromTheClaimOn(request);
  console.log(`Claimed after the whole ladder: ${inWords(cost)}`);
  expect(cost.actions).toBeLessThanOrEqual(45);
});

/** A mentor claims, the session takes place within days, and the mentee says how it was. */
async function fromTheClaimOn(request: RunningRequest): Promise<Cost> {
  const by = (who: string, as: string, n: number) => ({ by: who, as, actionId: `deed-${n}` });
  await request.act("claim", { ...by("U0ADA", "mentor", 1), pressedAt: await request.now() });
  await request.is(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0);
  await request.passes(2 * DAY);
  await request.act("held", by("U0ADA", "mentor", 2));
  await request.is(({ standing, outbox }) => standing.status === "held" && outbox.length === 0);
  await request.passes(DAY);
  await request.act("rate", { ...by("U0BOB", "mentee", 3), rating: 5, comment: "Very much so" });
  expect(await request.handle.result()).toEqual({ kind: "completed" });
  return costOf(await request.handle.fetchHistory(), QUERIES);
}

/** For a button or a form of somebody who is part of it, the gateway looks first whether it may be pressed now. */
const QUERIES = 2;

function inWords({ actions, events, kinds }: Cost): string {
  const parts = Object.entries(kinds).map(([kind, n]) => `${n} ${kind}`);
  return `${actions} billable actions (${parts.join(", ")}), ${events} events.`;
}
