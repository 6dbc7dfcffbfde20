import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { DAY } from "../../domain/duration.ts";
import { memberId } from "../../domain/ids.ts";
import { type RunningRequest, RunningRequests } from "./running-requests.ts";

let requests: RunningRequests;
beforeAll(async () => {
  requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
});
afterAll(() => requests.end());

const told = ({ outside }: RunningRequest) =>
  outside.said.filter(({ audience }) => audience === "coordinator").map(({ about }) => about);

const ADA = { by: memberId("U0ADA"), as: "mentor" };
const CORA = { by: memberId("U0CORA"), as: "coordinator" };

test("what falls due while a claim is looked up is said after it was decided, and only if it is still so", async () => {
  const request = await requests.open();
  await request.is(({ posts, outbox }) => posts.length === 1 && outbox.length === 0);
  // The look takes five seconds, and comes to nothing.
  request.outside.world.check = "unknown";
  await request.passes(7 * DAY - 3000);
  await request.act("claim", { ...ADA, actionId: "claim", pressedAt: 1 });
  await request.is(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0);
  expect(await request.now()).toBeGreaterThan((await request.state()).openedAt + 7 * DAY);
  expect(told(request)).toEqual([]);

  request.outside.world.check = { enrolled: true, paused: false, full: false, separated: false };
  await request.act("release", { ...ADA, actionId: "release", reason: "I am moving house" });
  await request.is(({ standing, outbox }) => standing.status === "waiting" && outbox.length === 0);
  expect(told(request)).toEqual(["unclaimed"]);
  await request.act("close", { ...CORA, actionId: "close", reason: "That is all" });
  await request.handle.result();
}, 60_000);
