import { expect, test } from "vitest";
import type { SlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";
import { aClient, anApp, aWorkspace } from "./a-workspace.ts";

async function does({ url }: SlackSimulator, deed: string, body: unknown) {
  const answer = await fetch(`${url}/client/${deed}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

const BUTTON = { type: "button", action_id: "go", text: { type: "plain_text", text: "Go" } } as const;

test("somebody who is played from outside presses a button, and sees what comes of it", async () => {
  const slack = await aWorkspace();
  await anApp(slack, (app) =>
    app.action("go", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "Gone.", response_type: "ephemeral", replace_original: false });
    }),
  );
  const { ts } = await aClient(slack).chat.postMessage({
    channel: "C1",
    text: "Ready?",
    blocks: [{ type: "actions", elements: [BUTTON] }],
  });

  const pressed = await does(slack, "U1/press", { channel: "C1", ts, action: "go" });
  expect(pressed).toMatchObject({ status: 200, body: { ok: true, delivery: { acked: true } } });
  await slack.when(() => slack.ephemerals({ user: "U1" }).length > 0);

  const seen: unknown = await (await fetch(`${slack.url}/client/U1`)).json();
  expect(seen).toMatchObject({
    screen: {
      user: { name: "ann" },
      channels: [{ id: "C1", messages: [{ text: "Ready?" }] }, { id: "C2" }, { id: "C4" }],
      ephemerals: [{ text: "Gone." }],
      views: [],
    },
  });
});

test("a form is opened with a command, filled in and sent, and a message is written", async () => {
  const slack = await aWorkspace();
  await anApp(slack, (app) => {
    app.command("/ask", async ({ ack, client, body }) => {
      await ack();
      const element = { type: "plain_text_input", action_id: "topic" } as const;
      const label = { type: "plain_text", text: "Topic" } as const;
      const form = { type: "modal", title: label, submit: label } as const;
      const blocks = [{ type: "input", block_id: "topic", label, element } as const];
      await client.views.open({ trigger_id: body.trigger_id, view: { ...form, callback_id: "form", blocks } });
    });
    app.view("form", ({ ack, view }) =>
      ack({ response_action: "errors", errors: { topic: `Not ${view.state.values.topic?.topic?.value}.` } }),
    );
  });

  await does(slack, "U1/command", { command: "/ask" });
  const { id } = await slack.when(() => slack.openViews("U1").at(-1));
  expect(await does(slack, "U1/submit", { view: id, filling: { topic: "SQL" } })).toMatchObject({
    body: { ok: true, delivery: { errors: { topic: "Not SQL." } } },
  });
  expect(await does(slack, "U1/close", { view: id })).toMatchObject({ body: { ok: true } });
  expect(slack.openViews("U1")).toEqual([]);
  await does(slack, "U1/write", { channel: "C1", text: "Hello" });
  expect(slack.messages("C1").at(-1)).toMatchObject({ user: "U1", text: "Hello" });
});

test.each([
  ["somebody who is not there", "U404/open-home", {}, "user_not_found"],
  ["a deed without what it needs", "U1/press", { action: "go" }, "It takes channel and ts, or view"],
  ["a button that is not there", "U1/press", { channel: "C1", ts: "1.0", action: "go" }, "ann sees no message 1.0"],
  ["a channel that they are not in", "U1/write", { channel: "C3", text: "Hi" }, "ann is not in the channel C3"],
])("what cannot be done is said: %s", async (_what, deed, body, sentence) => {
  const slack = await aWorkspace();

  expect(await does(slack, deed, body)).toMatchObject({
    status: 400,
    body: { ok: false, error: expect.stringContaining(sentence) },
  });
  expect(slack.problems).toEqual([]);
});
