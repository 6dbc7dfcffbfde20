import { expect, test } from "vitest";
import { answerClaimers } from "../../../activities/slack/answer-claimers.ts";
import { briefingOf } from "../../../domain/briefing.ts";
import { actionId, channelId, memberId } from "../../../domain/ids.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { ADA, aRequest } from "../../domain/a-request.ts";
import { inActivity } from "../in-activity.ts";
import { aSlack } from "./a-slack.ts";

const PEOPLE = {
  coordinator: memberId("U0CORA"),
  coordinators: [memberId("U0CORA")],
  ceo: memberId("U0GRACE"),
  mentorsChannel: channelId(LOCAL.mentorsChannel),
};

const taken = { ...aRequest(), standing: { status: "claimed", by: ADA, verified: true } as const };
const briefing = briefingOf(taken, Date.now());

const tooLate = (to: string, pressedAt = Date.now()) => ({
  audience: "claimer" as const,
  about: "already-claimed" as const,
  to: memberId(to),
  actionId: actionId(`1-${to}`),
  pressedAt,
  key: `claimer:claimed:1-${to}`,
  step: "claimed",
  at: pressedAt,
});

test("after a breakdown halfway, those who were told already are not told again", async () => {
  const { slack, client } = await aSlack();
  const messages = ["U0KEN", "U0FRAN", "U0BETTY"].map((to) => tooLate(to));
  const activity = answerClaimers({ slack: client, people: PEOPLE });
  let heartbeatDetails: unknown;
  const onHeartbeat = (details: unknown) => {
    heartbeatDetails = details;
    slack.faults.add({ on: "chat.postEphemeral", does: { kind: "unavailable" }, times: 1 });
  };
  await expect(inActivity({ onHeartbeat }, () => activity({ messages, briefing }))).rejects.toThrow("no usable answer");
  slack.faults.clear();
  await inActivity({ attempt: 2, heartbeatDetails }, () => activity({ messages, briefing }));
  expect(slack.ephemerals().map(({ user }) => user)).toEqual(["U0KEN", "U0FRAN", "U0BETTY"]);
});

test("whoever pressed long ago, or is not in the channel any more, is told in a direct message", async () => {
  const { slack, client } = await aSlack();
  const messages = [tooLate("U0KEN", Date.now() - 6 * 60_000), tooLate("U0NIA")];
  await inActivity({}, () => answerClaimers({ slack: client, people: PEOPLE })({ messages, briefing }));
  expect(slack.ephemerals()).toEqual([]);
  for (const to of ["U0KEN", "U0NIA"]) {
    expect(slack.dm(to).map(({ text }) => text)).toEqual([expect.stringContaining("<@U0ADA> was a moment faster")]);
  }
});

test("somebody who has left does not keep the others from their answers", async () => {
  const { slack, client } = await aSlack();
  slack.setUser("U0KEN", { deactivated: true });
  const messages = [tooLate("U0KEN", Date.now() - 6 * 60_000), tooLate("U0FRAN")];
  await inActivity({}, () => answerClaimers({ slack: client, people: PEOPLE })({ messages, briefing }));
  expect(slack.ephemerals().map(({ user }) => user)).toEqual(["U0FRAN"]);
});
