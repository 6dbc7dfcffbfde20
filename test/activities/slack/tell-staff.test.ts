import { expect, test } from "vitest";
import { tellCeo, tellCoordinator } from "../../../activities/slack/tell-coordinator.ts";
import { tellMentee } from "../../../activities/slack/tell-mentee.ts";
import { briefingOf } from "../../../domain/briefing.ts";
import { DAY } from "../../../domain/duration.ts";
import { channelId, memberId } from "../../../domain/ids.ts";
import type { StaffAbout } from "../../../domain/outbox.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { aRequest, BOB, START } from "../../domain/a-request.ts";
import { inActivity } from "../in-activity.ts";
import { aSlack } from "./a-slack.ts";

const [CORA, GRACE] = [memberId("U0CORA"), memberId("U0GRACE")];
const PEOPLE = {
  coordinator: CORA,
  coordinators: [CORA],
  ceo: GRACE,
  mentorsChannel: channelId(LOCAL.mentorsChannel),
};
const ONE_PERSON = { ...PEOPLE, ceo: CORA };
const OF_A_CHANNEL = { ...PEOPLE, coordinator: channelId(LOCAL.mentorsChannel) };

const { id } = aRequest();
const sending = (about: StaffAbout) => ({
  id,
  key: `staff:${about}:1`,
  step: about,
  at: START,
  maybeSent: false,
  briefing: briefingOf(aRequest(), START),
  about,
});

const BOTH = { coordinatorIsTold: true };
const ONLY_THE_CEO = { coordinatorIsTold: false };

test.each<StaffAbout>(["unclaimed", "remind", "solved", "open-again"])(
  "whoever is coordinator and CEO at once hears as coordinator, and not a second time: %s",
  async (about) => {
    const { slack, client } = await aSlack();
    const staff = { slack: client, people: ONE_PERSON };
    await inActivity({}, () => tellCoordinator(staff)(sending(about)));
    const second = await inActivity({}, () => tellCeo(staff)({ ...sending(about), ...BOTH }));
    expect(second).toEqual({ overtaken: true });
    expect(slack.dm(CORA).length).toBe(1);
  },
);

test.each<StaffAbout>(["unclaimed", "solved"])("they still hear what only the CEO is told: %s", async (about) => {
  const { slack, client } = await aSlack();
  const tell = tellCeo({ slack: client, people: ONE_PERSON });
  const told = await inActivity({}, () => tell({ ...sending(about), ...ONLY_THE_CEO }));
  expect(told).toMatchObject({ delivered: { channel: slack.dmId(CORA) } });
});

test("a message that was held up says how long the request has waited by now", async () => {
  const { slack, client } = await aSlack();
  const staff = { slack: client, people: PEOPLE };
  const matter = { ...sending("unclaimed"), briefing: briefingOf(aRequest(), START + 7 * DAY) };
  await inActivity({ attempt: 40, late: 3 * DAY }, () => tellCoordinator(staff)(matter));
  expect(slack.dm(CORA)[0]?.text).toContain("For 10 days nobody has claimed");
});

test("the time until which a request is snoozed does not count as waited, also while the message is held up", async () => {
  const { slack, client } = await aSlack();
  const waited = briefingOf(aRequest(), START + 7 * DAY);
  const matter = { ...sending("unclaimed"), briefing: { ...waited, snoozedUntil: Date.now() + 2 * DAY } };
  await inActivity({ attempt: 20, late: DAY }, () => tellCoordinator({ slack: client, people: PEOPLE })(matter));
  await inActivity({ attempt: 40, late: 3 * DAY }, () =>
    tellCeo({ slack: client, people: PEOPLE })({ ...matter, ...ONLY_THE_CEO }),
  );
  expect(slack.dm(CORA)[0]?.text).toContain("For 7 days nobody has claimed");
  expect(slack.dm(GRACE)[0]?.text).toMatch(/For (7 days 23 hours|8 days) nobody has claimed/);
});

test("a CEO of their own hears everything", async () => {
  const { slack, client } = await aSlack();
  await inActivity({}, () => tellCeo({ slack: client, people: PEOPLE })({ ...sending("remind"), ...BOTH }));
  expect([slack.dm(GRACE).length, slack.dm(CORA).length]).toEqual([1, 0]);
});

test("a coordinator who is a channel reads there, and what follows goes into the thread of the first message", async () => {
  const { slack, client } = await aSlack();
  const tell = tellCoordinator({ slack: client, people: OF_A_CHANNEL });
  const first = await inActivity({}, () => tell(sending("unclaimed")));
  if (!("delivered" in first) || first.delivered === "ephemeral") throw new Error("It was not posted.");
  const thread = first.delivered;
  await inActivity({}, () => tell({ ...sending("remind"), thread }));
  const [one, next] = slack.messages(OF_A_CHANNEL.coordinator);
  expect([one?.ts, next?.thread_ts]).toEqual([thread.ts, thread.ts]);
  expect(slack.calls.map(({ method }) => method)).not.toContain("conversations.open");
});

test("a thread that stands where the coordinator was before is not gone on with", async () => {
  const { slack, client } = await aSlack();
  const thread = { channel: OF_A_CHANNEL.coordinator, ts: "1.1" };
  await inActivity({}, () => tellCoordinator({ slack: client, people: PEOPLE })({ ...sending("remind"), thread }));
  expect(slack.dm(CORA)[0]?.thread_ts).toBeUndefined();
});

test("a coordinator and a mentee whose accounts are closed are an answer, not an error", async () => {
  const { slack, client } = await aSlack();
  for (const who of [CORA, BOB]) slack.setUser(who, { deactivated: true });
  const parts = { slack: client, people: PEOPLE };
  const coordinator = await inActivity({}, () => tellCoordinator(parts)(sending("unclaimed")));
  const mentee = await inActivity({}, () => tellMentee(parts)({ ...sending("unclaimed"), about: "receipt" }));
  expect([coordinator, mentee]).toEqual([
    { unreachable: CORA, because: expect.any(String) },
    { unreachable: BOB, because: expect.any(String) },
  ]);
});

test("a coordinators' channel that the bot may not write to is for staff to mend, and tried again", async () => {
  const { slack, client } = await aSlack();
  slack.refuse("chat.postMessage", "restricted_action");
  const telling = inActivity({}, () => tellCoordinator({ slack: client, people: OF_A_CHANNEL })(sending("unclaimed")));
  await expect(telling).rejects.toMatchObject({ type: "slack: restricted_action", nonRetryable: false });
});
