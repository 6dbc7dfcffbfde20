import { expect, test } from "vitest";
import type { Mishap } from "../../../local/network-simulator/faults.ts";
import type { SlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";
import { aClient, anApp, aWorkspace } from "./a-workspace.ts";

const post = (slack: SlackSimulator, timeout = 0) =>
  aClient(slack, { timeout }).chat.postMessage({ channel: "C1", text: "hello" });

/** What Slack's own client says of each mishap, and whether the message was posted all the same. */
const MISHAPS: readonly {
  readonly does: Mishap;
  readonly says: object;
  readonly posted: boolean;
  readonly timeout?: number;
}[] = [
  { does: { kind: "unavailable" }, says: { statusCode: 503 }, posted: false },
  { does: { kind: "unavailable-after" }, says: { statusCode: 503 }, posted: true },
  { does: { kind: "html" }, says: { statusCode: 502 }, posted: false },
  { does: { kind: "dropped-before" }, says: { code: "slack_webapi_request_error" }, posted: false },
  { does: { kind: "dropped-after" }, says: { code: "slack_webapi_request_error" }, posted: true },
  { timeout: 200, does: { kind: "hang" }, says: { code: "slack_webapi_request_error" }, posted: false },
  { timeout: 200, does: { kind: "slow", ms: 400 }, says: { code: "slack_webapi_request_error" }, posted: true },
  { does: { kind: "cut-in-body", lengthAnnounced: true }, says: {}, posted: true },
  { timeout: 200, does: { kind: "stalled-in-body" }, says: {}, posted: true },
  { does: { kind: "truncated" }, says: {}, posted: true },
  {
    does: { kind: "answered", answer: { status: 200, body: { ok: false, error: "fatal_error" } }, takesPlace: true },
    says: { data: { error: "fatal_error" } },
    posted: true,
  },
];

test.each(MISHAPS)(
  "a post that meets $does.kind fails once, and its message is there: $posted",
  async ({ does, says, posted, timeout }) => {
    const slack = await aWorkspace();
    slack.faults.add({ on: "chat.postMessage", does, times: 1 });
    const arrived = posted ? slack.when(() => slack.messages("C1").length > 0) : undefined;

    await expect(post(slack, timeout)).rejects.toMatchObject(says);

    await arrived;
    expect(slack.messages("C1")).toHaveLength(posted ? 1 : 0);
    await post(slack);
    expect(slack.messages("C1")).toHaveLength(posted ? 2 : 1);
    expect(slack.problems).toEqual([]);
  },
);

test("a rate limit names the seconds to wait, and Slack's client waits them out", async () => {
  const slack = await aWorkspace();
  slack.faults.add({ on: "chat.postMessage", does: { kind: "rate-limited", retryAfterSeconds: 1 }, times: 1 });

  await aClient(slack, { retries: 1 }).chat.postMessage({ channel: "C1", text: "hello" });

  expect(slack.calls).toMatchObject([
    { method: "chat.postMessage", ok: false, error: "fault: rate-limited" },
    { method: "chat.postMessage", ok: true },
  ]);
});

test("an error that a test asks for is answered as often as it asks", async () => {
  const slack = await aWorkspace();
  slack.refuse("chat.postMessage", "internal_error", 1);

  await expect(post(slack)).rejects.toMatchObject({ data: { error: "internal_error" } });
  await post(slack);
  expect(slack.messages("C1")).toHaveLength(1);
});

test("an answer to a press that Slack cannot take makes respond fail", async () => {
  const slack = await aWorkspace();
  let failed: unknown;
  await anApp(slack, (app) => {
    app.command("/ask", async ({ ack, respond, client }) => {
      await ack();
      failed = await respond("Hello").catch((error: unknown) => error);
      await client.chat.postMessage({ channel: "C1", text: "done" });
    });
  });
  slack.faults.add({ on: "response_url", does: { kind: "unavailable" }, times: 1 });

  await slack.as("U1").command("/ask");
  await slack.when(() => slack.messages("C1")[0]);

  expect(failed).toMatchObject({ statusCode: 503 });
  expect(slack.ephemerals()).toEqual([]);
});
