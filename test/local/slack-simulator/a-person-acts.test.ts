import type { ModalView } from "@slack/types";
import { expect, test } from "vitest";
import { aClient, anApp, aWorkspace } from "./a-workspace.ts";

const FORM: ModalView = {
  type: "modal",
  callback_id: "ask",
  title: { type: "plain_text", text: "Ask" },
  submit: { type: "plain_text", text: "Send" },
  blocks: [
    {
      type: "input",
      block_id: "topic",
      label: { type: "plain_text", text: "Topic" },
      element: { type: "plain_text_input", action_id: "topic", max_length: 10 },
    },
    {
      type: "input",
      block_id: "level",
      optional: true,
      label: { type: "plain_text", text: "Level" },
      element: {
        type: "static_select",
        action_id: "level",
        options: [
          { text: { type: "plain_text", text: "New" }, value: "new" },
          { text: { type: "plain_text", text: "Old" }, value: "old" },
        ],
      },
    },
  ],
};

test("Ann types a command, fills in the form and the channel hears of it", async () => {
  const slack = await aWorkspace();
  await anApp(slack, (app) => {
    app.command("/ask", async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    app.view("ask", async ({ ack, client, view, body }) => {
      await ack();
      await client.chat.postMessage({
        channel: "C1",
        text: `<@${body.user.id}> asks about ${view.state.values.topic?.topic?.value}, ${view.state.values.level?.level?.selected_option?.value}`,
      });
    });
  });
  const ann = slack.as("U1");

  expect(await ann.command("/ask", "", "C1")).toMatchObject({ acked: true });
  const form = await slack.when(() => slack.openViews("U1")[0]);
  expect(await ann.submit(form, {})).toMatchObject({ sent: false, errors: { topic: expect.any(String) } });
  expect(await ann.submit(form, { topic: "far too long a topic" })).toMatchObject({ sent: false });
  expect(await ann.submit(form, { topic: "SQL", level: "Old" })).toMatchObject({ sent: true, acked: true });
  const post = await slack.when(() => slack.messages("C1")[0]);

  expect(post.text).toBe("<@U1> asks about SQL, old");
  expect(slack.openViews("U1")).toEqual([]);
  expect(slack.problems).toEqual([]);
});

test("Bob presses a button, the card changes, and he alone is answered", async () => {
  const slack = await aWorkspace();
  await anApp(slack, (app) => {
    app.action("claim", async ({ ack, respond, client, body }) => {
      await ack();
      await respond({ text: "Thank you!", replace_original: false, response_type: "ephemeral" });
      if (body.type !== "block_actions" || !body.message) return;
      await client.chat.update({ channel: "C1", ts: body.message.ts, text: `taken by ${body.user.id}`, blocks: [] });
    });
  });
  const { ts } = await aClient(slack).chat.postMessage({
    channel: "C1",
    text: "Help wanted",
    blocks: [
      {
        type: "actions",
        elements: [{ type: "button", action_id: "claim", value: "42", text: { type: "plain_text", text: "I can" } }],
      },
    ],
  });

  const delivery = await slack.as("U2").press({ channel: "C1", ts: ts ?? "" }, "claim");
  const card = await slack.when(() => slack.messages("C1").find(({ edited }) => edited));

  expect(delivery).toMatchObject({ sent: true, acked: true, attempts: 1 });
  expect(card).toMatchObject({ text: "taken by U2", blocks: [] });
  expect(slack.ephemerals({ user: "U2" })).toMatchObject([{ text: "Thank you!", channel: "C1", via: "response_url" }]);
  expect(slack.ephemerals({ user: "U1" })).toEqual([]);
  expect(slack.problems).toEqual([]);
});
