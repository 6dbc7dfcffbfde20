import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { HOUR } from "../../domain/duration.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { requestsIn } from "../../slack-gateway/requests.ts";
import { counted } from "../domain/life/live.ts";
import { isSmall } from "../domain/life/what-must-be-true.ts";
import { eventually } from "../story/story.ts";
import { type RunningRequest, RunningRequests } from "./running-requests.ts";

let requests: RunningRequests;
beforeAll(async () => {
  requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
});
afterAll(() => requests.end());

/** More than the server wants in one history: it then suggests that the workflow goes on in a new one. */
const MANY = 4_200;

/** The server lets a hundred arrive while the workflow thinks. */
const AT_A_TIME = 75;

const LONG = "What exactly have you tried so far? ".repeat(50);

test("thousands of signals, while Slack is down: the request goes on in a new run, with nothing lost and nothing twice", async () => {
  const request = await requests.open();
  await request.is(({ posts, outbox }) => posts.length === 1 && outbox.length === 0);
  const [first, before] = [await runOf(request), request.outside.said.length];
  const deeds = counted(await request.state());
  request.outside.world.slackIsDown = true;

  // What is sent at the same moment arrives in any order; the claim that wins is sent before.
  await request.act(...deed(0));
  await request.is(({ standing }) => standing.status === "claimed");
  for (let n = 0; n < MANY; n += AT_A_TIME) {
    await Promise.all(Array.from({ length: AT_A_TIME }, (_, i) => request.act(...deed(n + i))));
    await stateOf(request, () => true);
  }
  await eventually(async () => ((await runOf(request)) === first ? undefined : true), "a new run", 60_000);
  const resumed = await stateOf(request, ({ heard }) => heard.includes(`deed-${MANY - 1}` as never));

  await isListedOnce(request);
  expect(counted(resumed) - deeds).toBeGreaterThanOrEqual(MANY);
  expect(resumed.timeline.entries.length).toBeLessThan(MANY);
  expect(resumed.standing).toMatchObject({ status: "claimed", verified: true });
  isSmall(resumed);
  const waiting = resumed.outbox.map(({ key }) => key);
  expect(waiting.length).toBeGreaterThan(10);

  const drawn = request.outside.drawn.length;
  request.outside.world.slackIsDown = false;
  await request.passes(2 * HOUR);
  await stateOf(request, ({ outbox }) => outbox.length === 0);
  const said = request.outside.said.slice(before).map(({ key }) => key);
  expect(new Set(said).size, "nothing is said twice").toBe(said.length);
  expect(said).toEqual(expect.arrayContaining(waiting));
  expect(request.outside.drawn.length - drawn).toBeLessThanOrEqual(1);
}, 180_000);

/** Claims by many, questions that are long, acts of people who may not, and what nobody can read. */
function deed(n: number): [string, unknown] {
  const signed = (by: string, as: string) => ({ by, as, actionId: `deed-${n}` });
  switch (n % 5) {
    case 0:
      return ["claim", { ...signed(`U0MENTOR${n % 100}`, "mentor"), pressedAt: 0 }];
    case 1:
      return ["ask-mentee", { ...signed("U0CORA", "coordinator"), question: LONG }];
    case 2:
      return ["release", { ...signed("U0SOMEBODY", "mentor"), reason: LONG }];
    case 3:
      return ["agreed", { ...signed("U0MENTOR0", "mentor"), on: "tomorrow" }];
    default:
      return ["wrote", signed("U0MENTOR0", "mentor")];
  }
}

/** The server lets the first task of a new run wait for some seconds, in which nobody answers. */
function stateOf(request: RunningRequest, look: (state: MentorRequest) => boolean): Promise<MentorRequest> {
  const ask = async () => {
    const state = await request.state().catch(() => undefined);
    return state && look(state) ? state : undefined;
  };
  return eventually(ask, "the request to be as expected", 60_000);
}

/** Whoever looks through lists of requests sees one, though Temporal's have both of its runs. */
async function isListedOnce({ id }: RunningRequest): Promise<void> {
  const query = `WorkflowId = "${id}"`;
  const areBoth = async () => ((await requests.client.workflow.count(query)).count > 1 ? true : undefined);
  await eventually(areBoth, "both runs to be listed", 30_000);
  const listed = await requestsIn(requests.client, console).list(query);
  expect(listed).toMatchObject([{ id, isOpen: true }]);
}

async function runOf(request: RunningRequest): Promise<string> {
  return (await request.handle.describe()).runId;
}
