import { expect, test } from "vitest";
import { aClient, aWorkspace } from "./a-workspace.ts";

test("with Slack's limits on, a channel takes one message a second, and another channel its own", async () => {
  let now = 1_780_000_000_000;
  const slack = await aWorkspace({ rateLimits: true, now: () => now });
  const post = (channel: string) =>
    aClient(slack, { rejectRateLimitedCalls: true }).chat.postMessage({ channel, text: "hello" });

  await post("C1");
  await expect(post("C1")).rejects.toMatchObject({ retryAfter: 1 });
  await post("C3");
  now += 1_000;
  await post("C1");

  expect(slack.messages("C1")).toHaveLength(2);
});

test("with Slack's limits on, the list of people is read twenty times a minute", async () => {
  let now = 1_780_000_000_000;
  const slack = await aWorkspace({ rateLimits: true, now: () => now });
  const { users } = aClient(slack, { rejectRateLimitedCalls: true });

  for (let n = 0; n < 20; n += 1) await users.list({});
  await expect(users.list({})).rejects.toMatchObject({ retryAfter: 3 });
  now += 3_000;
  await users.list({});
});
