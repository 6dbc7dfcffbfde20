import type { WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { blocksOf } from "../../../activities/slack/blocks-of.ts";
import { type Posting, postOnce } from "../../../activities/slack/post-once.ts";
import { channelId } from "../../../domain/ids.ts";
import type { Mishap } from "../../../local/network-simulator/faults.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { aRequest } from "../../domain/a-request.ts";
import { inActivity } from "../in-activity.ts";
import { aSlack } from "./a-slack.ts";

const { id } = aRequest();
const CHANNEL = channelId(LOCAL.mentorsChannel);

const posting = (changes: Partial<Posting> = {}): Posting => ({
  channel: CHANNEL,
  ...blocksOf({ text: "Bob asks for a mentor" }, id),
  mark: {
    request: id,
    key: "mentors:post:1",
    step: "post",
    audience: "mentors",
    at: new Date().toISOString(),
    mentioned: "U0ADA",
  },
  ...changes,
});

/** One attempt of Temporal's at an activity that posts this. */
function attempted(client: WebClient, attempt: number, what = posting(), maybeSent = false) {
  return inActivity({ attempt }, () => postOnce(client, what, maybeSent));
}

test.each<[string, Mishap]>([
  ["answers 503 after posting", { kind: "unavailable-after" }],
  ["drops the connection after posting", { kind: "dropped-after" }],
  ["breaks off its answer after posting", { kind: "cut-in-body" }],
  ["answers with half of it after posting", { kind: "truncated" }],
  ["answers 503 without posting", { kind: "unavailable" }],
  ["drops the connection without posting", { kind: "dropped-before" }],
])("when Slack %s, mentors see one post, and it is the one that is gone on with", async (_what, does) => {
  const { slack, client } = await aSlack();
  slack.faults.add({ on: "chat.postMessage", does, times: 1 });
  await expect(attempted(client, 1)).rejects.toThrow();
  const { ts, mentioned } = await attempted(client, 2);
  const seen = slack.messages(CHANNEL).filter(({ bot_id }) => bot_id);
  expect(seen.map((message) => message.ts)).toEqual([ts]);
  expect(mentioned).toBe("U0ADA");
});

test("a post that an earlier attempt left behind is found below three hundred later messages", async () => {
  const { slack, client } = await aSlack();
  const { ts } = await attempted(client, 1);
  for (let n = 0; n < 300; n++) await slack.as("U0ADA").writes(CHANNEL, `chatter ${n}`);
  expect(await attempted(client, 2)).toMatchObject({ ts });
});

test("what an earlier attempt mentioned is what counts, also when others would be mentioned by now", async () => {
  const { client } = await aSlack();
  await attempted(client, 1);
  const later = posting({ mark: { ...posting().mark, mentioned: "U0FRAN U0DENIS" } });
  expect((await attempted(client, 2, later)).mentioned).toBe("U0ADA");
});

test("another request's post, another step and another stay are not taken for this one", async () => {
  const { slack, client } = await aSlack();
  const { mark } = posting();
  for (const other of [{ request: "request-go-0000000002" }, { key: "mentors:bump-1:1" }, { key: "mentors:post:2" }]) {
    await attempted(client, 1, posting({ mark: { ...mark, ...other } }));
  }
  await attempted(client, 2);
  expect(slack.messages(CHANNEL).length).toBe(4);
});

test("a message that somebody else wrote with the same words is not taken for ours", async () => {
  const { slack, client } = await aSlack();
  await slack.as("U0ADA").writes(CHANNEL, "Bob asks for a mentor");
  await attempted(client, 2);
  expect(slack.messages(CHANNEL).filter(({ bot_id }) => bot_id).length).toBe(1);
});

test("a reply is looked for in its thread", async () => {
  const { slack, client } = await aSlack();
  const { ts: thread } = await attempted(client, 1);
  const bump = posting({ thread, alsoInChannel: true, mark: { ...posting().mark, key: "mentors:bump-1:1" } });
  slack.faults.add({ on: "chat.postMessage", does: { kind: "dropped-after" }, times: 1 });
  await expect(attempted(client, 1, bump)).rejects.toThrow();
  await attempted(client, 2, bump);
  expect(slack.messages(CHANNEL).filter(({ thread_ts, ts }) => thread_ts === thread && ts !== thread).length).toBe(1);
});

test("a first attempt looks too, once somebody may have sent it before", async () => {
  const { slack, client } = await aSlack();
  const { ts } = await attempted(client, 1);
  expect(await attempted(client, 1, posting(), true)).toMatchObject({ ts });
  expect(slack.messages(CHANNEL).length).toBe(1);
});

test("a first attempt asks Slack once, and reads no history", async () => {
  const { slack, client } = await aSlack();
  await attempted(client, 1);
  expect(slack.calls.map(({ method }) => method)).toEqual(["chat.postMessage"]);
});

test("on a skipped clock, whose moments lie weeks ahead, the post is found all the same", async () => {
  const { slack, client } = await aSlack();
  const ahead = posting({ mark: { ...posting().mark, at: new Date(Date.now() + 40 * 86_400_000).toISOString() } });
  await attempted(client, 1, ahead);
  await attempted(client, 2, ahead);
  expect(slack.messages(CHANNEL).length).toBe(1);
});
