import { expect, inject, onTestFinished, test } from "vitest";
import { answerClaimers } from "../../../activities/slack/answer-claimers.ts";
import { openSlack } from "../../../activities/slack/slack.ts";
import { channelId, memberId } from "../../../domain/ids.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { slackSeed } from "../../../local/seed/slack-seed.ts";
import { startSlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";
import { MENTORS } from "../../race/claim-race.ts";
import { OutsideByHand } from "../../workflows/outside-by-hand.ts";
import { RunningRequests } from "../../workflows/running-requests.ts";

const PEOPLE = {
  coordinator: memberId("U0CORA"),
  coordinators: [memberId("U0CORA")],
  ceo: memberId("U0GRACE"),
  mentorsChannel: channelId(LOCAL.mentorsChannel),
};

const [WINNER, ...LATE] = MENTORS.slice(0, 22).map(({ id }) => id);

test("twenty who were too late are told, hardly one of them twice, though Slack takes most of a second for each", {
  timeout: 120_000,
}, async () => {
  const slack = await startSlackSimulator({ seed: slackSeed(MENTORS) });
  const client = openSlack({ botToken: LOCAL.botToken, apiUrl: slack.apiUrl });
  const requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
  onTestFinished(async () => {
    await requests.end();
    await slack.close();
  });
  const outside = new OutsideByHand();
  Object.assign(outside.activities, { answerClaimers: answerClaimers({ slack: client, people: PEOPLE }) });
  const request = await requests.open({ outside });
  const claims = (by: string) =>
    request.act("claim", { by, as: "mentor", actionId: `claim-${by}`, pressedAt: Date.now() });
  await claims(WINNER ?? "");
  await request.is(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0);

  slack.faults.add({ on: "chat.postEphemeral", does: { kind: "slow", ms: 700 } });
  await Promise.all(LATE.map(claims));
  await expect.poll(() => slack.ephemerals().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(LATE.length);
  await expect.poll(async () => (await request.state()).outbox.length, { timeout: 60_000 }).toBe(0);
  const times = LATE.map((mentor) => slack.ephemerals().filter(({ user }) => user === mentor).length);
  expect(Math.min(...times)).toBe(1);
  expect(Math.max(...times)).toBeLessThanOrEqual(2);
  expect(times.filter((count) => count === 2).length).toBeLessThanOrEqual(4);
});
