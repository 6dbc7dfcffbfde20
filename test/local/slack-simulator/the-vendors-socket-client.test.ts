import { SocketModeClient } from "@slack/socket-mode";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { aWorkspace, SEED, SILENT } from "./a-workspace.ts";

interface Heard {
  readonly ack: (response?: object) => Promise<void>;
  readonly envelope_id: string;
  readonly body: { readonly command?: string; readonly event_id?: string };
  readonly accepts_response_payload: boolean;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/** Slack's own client, without Bolt around it. */
async function aSocket(
  ...[slack, on, hear]: [{ readonly apiUrl: string }, string, (heard: Heard) => void]
): Promise<void> {
  const client = new SocketModeClient({
    appToken: SEED.app.appToken,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  client.on(on, hear);
  await client.start();
  onTestFinished(async () => {
    await client.disconnect();
  });
}

test("an acknowledgement may carry an answer, which the person alone sees", async () => {
  const slack = await aWorkspace();
  const heard: Heard[] = [];
  await aSocket(slack, "slash_commands", (one) => {
    heard.push(one);
    void one.ack({ text: "Hello", response_type: "ephemeral" });
  });

  const delivery = await slack.as("U1").command("/ask", "help", "C1");

  expect(delivery).toMatchObject({ acked: true, response: { text: "Hello" }, ackMs: expect.any(Number) });
  expect(heard).toMatchObject([{ accepts_response_payload: true, body: { command: "/ask", text: "help" } }]);
  expect(slack.ephemerals()).toMatchObject([{ user: "U1", channel: "C1", text: "Hello", via: "ack" }]);
});

test("an event comes again in the same envelope, saying which attempt it is and why", async () => {
  const slack = await aWorkspace({ ackWithinMs: 50, eventRetriesAfterMs: [0, 10] });
  const heard: Heard[] = [];
  await aSocket(slack, "app_home_opened", (one) => {
    heard.push(one);
    if (one.retry_num === 2) void one.ack();
  });

  expect(await slack.as("U1").opensHome()).toMatchObject({ acked: false, attempts: 2 });
  await expect.poll(() => heard.length).toBe(3);

  expect(heard.map(({ retry_num, retry_reason }) => [retry_num, retry_reason])).toEqual([
    [0, ""],
    [1, "timeout"],
    [2, "timeout"],
  ]);
  expect(new Set(heard.map(({ envelope_id }) => envelope_id)).size).toBe(1);
  expect(new Set(heard.map(({ body }) => body.event_id)).size).toBe(1);
});

test("a connection needs an address of its own", async () => {
  const slack = await aWorkspace();
  const socket = new WebSocket(`${slack.url.replace("http", "ws")}/link/?ticket=guessed`);

  const closed = await new Promise((resolve) => {
    socket.on("close", resolve);
  });

  expect(closed).toBe(4001);
  expect(slack.socketCount()).toBe(0);
});
