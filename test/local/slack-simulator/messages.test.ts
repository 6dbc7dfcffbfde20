import { expect, test } from "vitest";
import { aClient, aWorkspace } from "./a-workspace.ts";

const error = (code: string) => ({ data: { error: code } });

test("timestamps are unique and increase, also within one millisecond", async () => {
  const slack = await aWorkspace({ now: () => 1_780_000_000_000 });
  const client = aClient(slack);

  const posts = await Promise.all(
    Array.from({ length: 20 }, (_, n) => client.chat.postMessage({ channel: "C1", text: `${n}` })),
  );

  const seen = slack.messages("C1");
  expect(new Set(posts.map(({ ts }) => ts)).size).toBe(20);
  expect(seen.map(({ ts }) => ts)).toEqual(seen.map(({ ts }) => ts).sort());
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).sort((a, b) => a - b));
  expect(seen[0]?.ts).toBe("1780000000.000000");
});

test("the app posts only where it is a member, and does not see private channels it is not in", async () => {
  const slack = await aWorkspace();
  const post = (channel: string) => aClient(slack).chat.postMessage({ channel, text: "hello" });

  await expect(post("C4")).rejects.toMatchObject(error("not_in_channel"));
  await expect(post("C2")).rejects.toMatchObject(error("channel_not_found"));
  await expect(post("CX")).rejects.toMatchObject(error("channel_not_found"));
  slack.setChannel("C1", { isArchived: true });
  await expect(post("C1")).rejects.toMatchObject(error("is_archived"));
});

test("a message to a user id goes to the direct message with them", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);

  const { channel } = await client.chat.postMessage({ channel: "U1", text: "hello &lt;Ann&gt;" });

  expect(channel).toMatch(/^D/);
  expect(slack.dm("U1")).toMatchObject([{ text: "hello &lt;Ann&gt;", channel }]);
  expect((await client.conversations.open({ users: "U1" })).channel?.id).toBe(channel);
});

test("somebody deactivated cannot be reached anew, and takes messages in what was open before", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);
  await client.chat.postMessage({ channel: "U1", text: "before" });
  slack.setUser("U1", { deactivated: true });

  await expect(client.chat.postMessage({ channel: "U9", text: "hi" })).rejects.toMatchObject(error("user_disabled"));
  await expect(client.conversations.open({ users: "U1" })).rejects.toMatchObject(error("user_disabled"));
  await client.chat.postMessage({ channel: "U1", text: "nobody reads this" });
  await expect(client.users.lookupByEmail({ email: "ann@acme.test" })).rejects.toMatchObject(error("users_not_found"));
  await expect(slack.as("U1").command("/ask")).rejects.toThrow("deactivated");
});

test("somebody who refuses direct messages, a bot and a stranger cannot be written to", async () => {
  const slack = await aWorkspace();
  const post = (channel: string) => aClient(slack).chat.postMessage({ channel, text: "hello" });
  slack.setUser("U1", { refusesDms: true });

  await expect(post("U1")).rejects.toMatchObject(error("restricted_action"));
  await expect(post("UAPP")).rejects.toMatchObject(error("cannot_dm_bot"));
  await expect(post("U404")).rejects.toMatchObject(error("channel_not_found"));
});

test("an update keeps what it does not name, and marks the message as edited", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);
  const blocks = [{ type: "divider" }];
  const metadata = { event_type: "request", event_payload: { id: "r1" } };
  const { ts = "" } = await client.chat.postMessage({ channel: "C1", text: "one", blocks, metadata });

  await client.chat.update({ channel: "C1", ts, text: "two" });
  expect(slack.messages("C1")).toMatchObject([{ text: "two", blocks, metadata, edited: { user: "UAPP" } }]);

  await client.chat.update({ channel: "C1", ts, text: "three", blocks: [] });
  expect(slack.messages("C1")).toMatchObject([{ text: "three", blocks: [], metadata }]);
  await expect(client.chat.update({ channel: "C1", ts: "1.0", text: "x" })).rejects.toMatchObject(
    error("message_not_found"),
  );
});

test("the app changes and deletes its own messages only", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);
  await slack.as("U1").writes("C1", "mine");
  const ts = slack.messages("C1")[0]?.ts ?? "";

  await expect(client.chat.update({ channel: "C1", ts, text: "x" })).rejects.toMatchObject(
    error("cant_update_message"),
  );
  await expect(client.chat.delete({ channel: "C1", ts })).rejects.toMatchObject(error("cant_delete_message"));
});

test("a thread is read with its parent first, and history leaves replies out", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);
  const { ts: thread_ts = "" } = await client.chat.postMessage({ channel: "C1", text: "parent" });
  await client.chat.postMessage({ channel: "C1", text: "quiet", thread_ts });
  await client.chat.postMessage({ channel: "C1", text: "loud", thread_ts, reply_broadcast: true });

  const history = await client.conversations.history({ channel: "C1" });
  const replies = await client.conversations.replies({ channel: "C1", ts: thread_ts });

  expect(history.messages?.map(({ text }) => text)).toEqual(["loud", "parent"]);
  expect(replies.messages?.map(({ text }) => text)).toEqual(["parent", "quiet", "loud"]);
  expect(replies.messages?.[0]).toMatchObject({ reply_count: 2, thread_ts });
  await expect(client.conversations.replies({ channel: "C1", ts: "1.0" })).rejects.toMatchObject(
    error("thread_not_found"),
  );
});

test("history is paged from the newest, bounded by time, and shows metadata on request", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);
  const metadata = { event_type: "request", event_payload: { id: "r1" } };
  const posts = [];
  for (const text of ["a", "b", "c"]) posts.push(await client.chat.postMessage({ channel: "C1", text, metadata }));
  const [a = "", b = ""] = posts.map(({ ts }) => ts);
  const texts = async (how: object) =>
    (await client.conversations.history({ channel: "C1", ...how })).messages?.map(({ text }) => text);

  const first = await client.conversations.history({ channel: "C1", limit: 2 });
  expect(first).toMatchObject({ has_more: true, messages: [{ text: "c" }, { text: "b" }] });
  expect(await texts({ limit: 2, cursor: first.response_metadata?.next_cursor })).toEqual(["a"]);
  expect(await texts({ oldest: a })).toEqual(["c", "b"]);
  expect(await texts({ oldest: a, latest: b, inclusive: true })).toEqual(["b", "a"]);
  expect(first.messages?.[0]).not.toHaveProperty("metadata");
  const all = await client.conversations.history({ channel: "C1", include_all_metadata: true });
  expect(all.messages?.[0]).toMatchObject({ metadata });
});

test("metadata needs a type and a payload", async () => {
  const slack = await aWorkspace();
  const post = (metadata: unknown) =>
    aClient(slack).apiCall("chat.postMessage", { channel: "C1", text: "x", metadata: JSON.stringify(metadata) });

  await expect(post("what")).rejects.toMatchObject(error("invalid_metadata_format"));
  await expect(post({ event_type: "x" })).rejects.toMatchObject(error("invalid_metadata_schema"));
});

test("an ephemeral message needs its reader in the channel", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);

  await client.chat.postEphemeral({ channel: "C1", user: "U1", text: "psst" });
  await expect(client.chat.postEphemeral({ channel: "C3", user: "U1", text: "psst" })).rejects.toMatchObject(
    error("user_not_in_channel"),
  );

  expect(slack.ephemerals()).toMatchObject([{ user: "U1", channel: "C1", text: "psst", gone: false }]);
  expect(slack.messages("C1")).toEqual([]);
});

test("a permalink names the channel, the message and its thread", async () => {
  const slack = await aWorkspace({ now: () => 1_780_000_000_000 });
  const client = aClient(slack);
  const { ts = "" } = await client.chat.postMessage({ channel: "C1", text: "parent" });
  const { ts: reply = "" } = await client.chat.postMessage({ channel: "C1", text: "reply", thread_ts: ts });

  const link = async (message_ts: string) => (await client.chat.getPermalink({ channel: "C1", message_ts })).permalink;
  expect(await link(ts)).toBe("https://acme.slack.com/archives/C1/p1780000000000000");
  expect(await link(reply)).toBe(
    "https://acme.slack.com/archives/C1/p1780000000000001?thread_ts=1780000000.000000&cid=C1",
  );
});

test("a card that an admin deletes is gone, and its replies stay under a tombstone", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);
  slack.setUser("U1", { isAdmin: true });
  const { ts = "" } = await client.chat.postMessage({ channel: "C1", text: "card" });
  await client.chat.postMessage({ channel: "C1", text: "reply", thread_ts: ts });

  await expect(slack.as("U2").deletes("C1", ts)).rejects.toThrow("cannot delete");
  await slack.as("U1").deletes("C1", ts);

  const update = client.chat.update({ channel: "C1", ts, text: "changed" });
  await expect(update).rejects.toMatchObject(error("message_not_found"));
  await client.chat.postMessage({ channel: "C1", text: "another", thread_ts: ts });
  const { messages } = await client.conversations.replies({ channel: "C1", ts });
  expect(messages?.map(({ text }) => text)).toEqual(["This message was deleted.", "reply", "another"]);
});
