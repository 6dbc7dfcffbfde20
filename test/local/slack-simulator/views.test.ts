import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { expect, test } from "vitest";
import type { SlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";
import { aClient, anApp, aWorkspace } from "./a-workspace.ts";

const modal = (title: string, more: Partial<ModalView> = {}): ModalView => ({
  type: "modal",
  callback_id: "form",
  title: { type: "plain_text", text: title },
  submit: { type: "plain_text", text: "Send" },
  blocks: [
    {
      type: "input",
      block_id: "topic",
      label: { type: "plain_text", text: "Topic" },
      element: { type: "plain_text_input", action_id: "topic" },
    },
    {
      type: "actions",
      block_id: "more",
      elements: [{ type: "button", action_id: "deeper", text: { type: "plain_text", text: "More" } }],
    },
  ],
  ...more,
});

/** Ann has the form open. */
async function annHasTheForm(
  slack: SlackSimulator,
  { configure, view = modal("Form") }: { configure?: (app: App) => void; view?: ModalView } = {},
) {
  await anApp(slack, (app) => {
    app.command("/ask", async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    configure?.(app);
  });
  await slack.as("U1").command("/ask");
  return slack.when(() => slack.openViews("U1")[0]);
}

const titles = (slack: SlackSimulator) => slack.openViews("U1").map(({ title }) => title.text);

test("errors stand under their inputs, and the form stays with what was typed", async () => {
  const slack = await aWorkspace();
  const form = await annHasTheForm(slack, {
    configure: (app) => app.view("form", ({ ack }) => ack({ response_action: "errors", errors: { topic: "No." } })),
  });

  expect(await slack.as("U1").submit(form, { topic: "SQL" })).toMatchObject({ acked: true, errors: { topic: "No." } });

  expect(slack.openViews("U1")[0]?.state.values.topic?.topic?.value).toBe("SQL");
  expect(slack.problems).toEqual([]);
});

test("an acknowledgement can redraw the form, put another on top, or clear all", async () => {
  const slack = await aWorkspace();
  const answers = [
    { response_action: "update" as const, view: modal("Updated") },
    { response_action: "push" as const, view: modal("Pushed") },
    { response_action: "clear" as const },
  ];
  await annHasTheForm(slack, { configure: (app) => app.view("form", ({ ack }) => ack(answers.shift())) });
  const submit = () => slack.as("U1").submit({ id: slack.openViews("U1").at(-1)?.id ?? "" }, { topic: "SQL" });

  await submit();
  expect(titles(slack)).toEqual(["Updated"]);
  await submit();
  expect(titles(slack)).toEqual(["Updated", "Pushed"]);
  await submit();
  expect(titles(slack)).toEqual([]);
});

test("a form whose app does not answer stays open", async () => {
  const slack = await aWorkspace({ ackWithinMs: 50 });
  const form = await annHasTheForm(slack);

  expect(await slack.as("U1").submit(form, { topic: "SQL" })).toMatchObject({ acked: false });
  expect(titles(slack)).toEqual(["Form"]);
});

test("a stack has three views at most, and closing one shows the one below", async () => {
  const slack = await aWorkspace();
  const refused: unknown[] = [];
  await annHasTheForm(slack, {
    configure: (app) =>
      app.action("deeper", async ({ ack, client, body }) => {
        await ack();
        if (body.type !== "block_actions") return;
        await client.views
          .push({ trigger_id: body.trigger_id, view: modal("Next") })
          .catch((error) => refused.push(error));
        await client.chat.postMessage({ channel: "C1", text: "pushed" });
      }),
  });
  const ann = slack.as("U1");
  for (const count of [1, 2, 3]) {
    await ann.press({ id: slack.openViews("U1").at(-1)?.id ?? "" }, "deeper");
    await slack.when(() => slack.messages("C1").length === count);
  }

  expect(titles(slack)).toEqual(["Form", "Next", "Next"]);
  expect(refused).toMatchObject([{ data: { error: "push_limit_reached" } }]);
  await ann.close({ id: slack.openViews("U1").at(-1)?.id ?? "" });
  expect(titles(slack)).toEqual(["Form", "Next"]);
});

test("a trigger opens one view, and only within three seconds", async () => {
  let now = 1_780_000_000_000;
  const slack = await aWorkspace({ now: () => now });
  const triggers: string[] = [];
  await anApp(slack, (app) =>
    app.command("/ask", async ({ ack, body }) => {
      triggers.push(body.trigger_id);
      await ack();
    }),
  );
  const open = (trigger_id: string) => aClient(slack).views.open({ trigger_id, view: modal("Form") });
  await slack.as("U1").command("/ask");
  await slack.as("U1").command("/ask");
  const [first = "", second = ""] = triggers;

  await open(first);
  await expect(open(first)).rejects.toMatchObject({ data: { error: "exchanged_trigger_id" } });
  now += 3_001;
  await expect(open(second)).rejects.toMatchObject({ data: { error: "expired_trigger_id" } });
  await expect(open("what")).rejects.toMatchObject({ data: { error: "invalid_trigger_id" } });
});

test("an update with an old hash is refused, and one that fits keeps what was typed", async () => {
  const slack = await aWorkspace();
  const form = await annHasTheForm(slack);
  const { views } = aClient(slack);
  slack.as("U1").fill(form, { topic: "SQL" });

  await views.update({ view_id: form.id, hash: form.hash, view: modal("Second") });
  const late = views.update({ view_id: form.id, hash: form.hash, view: modal("Third") });

  await expect(late).rejects.toMatchObject({ data: { error: "hash_conflict" } });
  expect(titles(slack)).toEqual(["Second"]);
  expect(slack.openViews("U1")[0]?.state.values.topic?.topic?.value).toBe("SQL");
  const lost = views.update({ view_id: "V404", view: modal("Fourth") });
  await expect(lost).rejects.toMatchObject({ data: { error: "not_found" } });
});

test("an app that asked for it hears that Ann closed the form", async () => {
  const slack = await aWorkspace();
  const heard: unknown[] = [];
  const form = await annHasTheForm(slack, {
    view: modal("Form", { notify_on_close: true }),
    configure: (app) =>
      app.view({ type: "view_closed", callback_id: "form" }, async ({ ack, body }) => {
        heard.push("is_cleared" in body && body.is_cleared);
        await ack();
      }),
  });

  expect(await slack.as("U1").close(form)).toMatchObject({ acked: true });
  expect(heard).toEqual([false]);
  expect(titles(slack)).toEqual([]);
});

test("the Home tab is what was last published, for each person their own", async () => {
  const slack = await aWorkspace();
  await anApp(slack, (app) => {
    app.event("app_home_opened", async ({ event, client }) => {
      const text = { type: "mrkdwn" as const, text: `Hello <@${event.user}>` };
      const button = { type: "button" as const, action_id: "go", text: { type: "plain_text" as const, text: "Go" } };
      await client.views.publish({
        user_id: event.user,
        view: { type: "home", blocks: [{ type: "section", text, accessory: button }] },
      });
    });
    app.action("go", async ({ ack, client, body }) => {
      await ack();
      if (body.type === "block_actions") await client.views.open({ trigger_id: body.trigger_id, view: modal("Go") });
    });
  });

  await slack.as("U1").opensHome();
  const home = await slack.when(() => slack.home("U1"));
  await slack.as("U1").press(home, "go");
  await slack.when(() => slack.openViews("U1")[0]);

  expect(home.blocks).toMatchObject([{ type: "section", text: { text: "Hello <@U1>" } }]);
  expect(slack.home("U2")).toBeUndefined();
  expect(slack.problems).toEqual([]);
});
