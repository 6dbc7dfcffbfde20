import { WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { channelId, type MemberId, memberId } from "../../domain/ids.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { SlackSimulator } from "../../local/slack-simulator/slack-simulator.ts";
import { channelMembers } from "../../slack-gateway/channel-members.ts";
import { gatewayLog } from "../../slack-gateway/gateway-log.ts";
import { aSlack } from "../activities/slack/a-slack.ts";

const CHANNEL = channelId(LOCAL.mentorsChannel);
const OTHER = channelId(LOCAL.coordinatorsChannel);
const NIA = memberId("U0NIA");

async function aChannel() {
  const { slack } = await aSlack();
  const lines: string[] = [];
  const client = new WebClient(LOCAL.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  const members = channelMembers(
    client,
    gatewayLog((line) => lines.push(line)),
  );
  return { slack, members, lines };
}

const looks = ({ calls }: SlackSimulator) => calls.filter(({ method }) => method === "conversations.members").length;

test("everybody in the channel is found, however many there are", async () => {
  const { slack, members } = await aChannel();
  const many: readonly MemberId[] = Array.from({ length: 450 }, (_, n) => memberId(`U0MANY${n}`));
  slack.setChannel(CHANNEL, { members: [LOCAL.botUserId, ...many] });
  expect(members.in(CHANNEL)).toEqual([]);
  await members.refresh(CHANNEL);
  expect(members.in(CHANNEL).filter((id) => many.includes(id))).toEqual(many);
  expect(looks(slack)).toBe(3);
});

test("it is looked up once in some minutes, however many ask", async () => {
  const { slack, members } = await aChannel();
  await Promise.all([members.refresh(CHANNEL), members.refresh(CHANNEL)]);
  await members.refresh(CHANNEL);
  expect(looks(slack)).toBe(1);
});

test("of another channel nobody is known before it was looked at", async () => {
  const { members } = await aChannel();
  await members.refresh(CHANNEL);
  expect(members.in(CHANNEL)).not.toEqual([]);
  expect(members.in(OTHER)).toEqual([]);
});

test.each<[string, (slack: SlackSimulator) => void, RegExp]>([
  ["Slack is down", ({ faults }) => faults.add({ does: { kind: "unavailable" } }), /\(no answer\)/],
  ["the app lacks the scope", ({ refuse }) => refuse("conversations.members", "missing_scope"), /\(missing_scope\)/],
])("while %s, whoever was seen there before counts, and the log says why", async (_what, happens, said) => {
  const { slack, members, lines } = await aChannel();
  slack.setChannel(CHANNEL, { members: [LOCAL.botUserId, NIA] });
  await members.refresh(CHANNEL);
  happens(slack);
  await members.refresh(OTHER);
  expect(members.in(CHANNEL)).toContain(NIA);
  expect(lines.join("\n")).toMatch(said);
});
