import type { ConversationsListResponse } from "@slack/web-api";
import { expect, test } from "vitest";
import { aClient, aWorkspace } from "./a-workspace.ts";

const error = (code: string) => ({ data: { error: code } });

test("the app lists what it may see, page by page", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);
  const names: (string | undefined)[] = [];
  let cursor: string | undefined = "";

  while (cursor !== undefined) {
    const page: ConversationsListResponse = await client.conversations.list({
      types: "public_channel,private_channel",
      limit: 1,
      cursor,
    });
    names.push(...(page.channels ?? []).map(({ name }) => name));
    cursor = page.response_metadata?.next_cursor || undefined;
  }

  expect(names).toEqual(["general", "mentors", "lobby"]);
  expect((await client.conversations.members({ channel: "C1" })).members).toEqual(["U1", "U2", "UAPP"]);
  expect((await client.conversations.info({ channel: "C3" })).channel).toMatchObject({
    is_private: true,
    is_member: true,
  });
  await expect(client.conversations.info({ channel: "C2" })).rejects.toMatchObject(error("channel_not_found"));
});

test("the app invites people to channels it is in, once", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);

  await client.conversations.invite({ channel: "C3", users: "U1" });

  expect(slack.channel("C3")?.members).toEqual(["U2", "UAPP", "U1"]);
  const again = client.conversations.invite({ channel: "C3", users: "U1" });
  await expect(again).rejects.toMatchObject(error("already_in_channel"));
  const elsewhere = client.conversations.invite({ channel: "C4", users: "U2" });
  await expect(elsewhere).rejects.toMatchObject(error("not_in_channel"));
  await client.conversations.join({ channel: "C4" });
  await client.conversations.invite({ channel: "C4", users: "U2" });
});

test("people are found by id, in the list and by e-mail, with their own time", async () => {
  const slack = await aWorkspace({ now: () => Date.UTC(2026, 6, 1) });
  const client = aClient(slack);

  expect((await client.users.info({ user: "U2" })).user).toMatchObject({ tz: "America/New_York", tz_offset: -14_400 });
  expect((await client.users.lookupByEmail({ email: "BOB@acme.test" })).user?.id).toBe("U2");
  expect((await client.users.list({})).members?.map(({ id, deleted }) => [id, deleted])).toEqual([
    ["U1", false],
    ["U2", false],
    ["U9", true],
    ["UAPP", false],
  ]);
  await expect(client.users.info({ user: "U404" })).rejects.toMatchObject(error("user_not_found"));
});
