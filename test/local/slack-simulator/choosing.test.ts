import type { App } from "@slack/bolt";
import { expect, test } from "vitest";
import { aClient, anApp, aWorkspace } from "./a-workspace.ts";

const text = (words: string) => ({ type: "plain_text" as const, text: words });
const OPTIONS = [
  { text: text("One"), value: "1" },
  { text: text("Two"), value: "2" },
];

/** What a person chooses, and what the app hears in `actions[0]` and in `state`. */
const CHOICES = [
  [{ type: "static_select", options: OPTIONS }, "Two", { selected_option: OPTIONS[1] }],
  [{ type: "multi_static_select", options: OPTIONS }, ["1", "2"], { selected_options: OPTIONS }],
  [{ type: "radio_buttons", options: OPTIONS }, "1", { selected_option: OPTIONS[0] }],
  [{ type: "checkboxes", options: OPTIONS }, ["2"], { selected_options: [OPTIONS[1]] }],
  [{ type: "overflow", options: OPTIONS }, "1", { selected_option: OPTIONS[0] }],
  [{ type: "datepicker" }, "2026-07-31", { selected_date: "2026-07-31" }],
  [{ type: "timepicker" }, "09:30", { selected_time: "09:30" }],
  [{ type: "datetimepicker" }, 1_780_000_000, { selected_date_time: 1_780_000_000 }],
  [{ type: "users_select" }, "U2", { selected_user: "U2" }],
  [{ type: "multi_users_select" }, ["U1", "U2"], { selected_users: ["U1", "U2"] }],
  [{ type: "conversations_select" }, "C1", { selected_conversation: "C1" }],
  [{ type: "channels_select" }, "C1", { selected_channel: "C1" }],
] as const;

interface Heard {
  readonly type: string;
  readonly actions: readonly object[];
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, object>>>> };
  readonly [field: string]: unknown;
}

async function aChoice(element: object) {
  const slack = await aWorkspace();
  const heard: Heard[] = [];
  await anApp(slack, (app: App) =>
    app.action("pick", async ({ ack, body }) => {
      heard.push(JSON.parse(JSON.stringify(body)));
      await ack();
    }),
  );
  const { ts = "" } = (await aClient(slack).apiCall("chat.postMessage", {
    channel: "C1",
    text: "choose",
    blocks: JSON.stringify([{ type: "actions", block_id: "b", elements: [{ action_id: "pick", ...element }] }]),
  })) as { ts?: string };
  return { slack, heard, target: { channel: "C1", ts } };
}

test.each(CHOICES)("the app hears what was chosen: %o %s", async (element, value, expected) => {
  const { slack, heard, target } = await aChoice(element);

  expect(await slack.as("U1").press(target, "pick", { value })).toMatchObject({ acked: true });

  const [payload] = heard;
  const choice = { type: element.type, ...expected };
  expect(payload?.actions).toMatchObject([
    { action_id: "pick", block_id: "b", action_ts: expect.any(String), ...choice },
  ]);
  if (element.type !== "overflow") expect(payload?.state.values).toEqual({ b: { pick: choice } });
  expect(payload).toMatchObject({
    type: "block_actions",
    user: { id: "U1", name: "ann" },
    channel: { id: "C1", name: "general" },
    container: { type: "message", channel_id: "C1", message_ts: target.ts, is_ephemeral: false },
    message: { ts: target.ts, text: "choose" },
    trigger_id: expect.any(String),
    response_url: expect.stringContaining("/actions/T1/"),
  });
  expect(slack.problems).toEqual([]);
});

test("nobody can press what is not there, choose what is not offered, or see what is not theirs", async () => {
  const { slack, target } = await aChoice({ type: "static_select", options: OPTIONS });

  await expect(slack.as("U1").press(target, "other")).rejects.toThrow('no "other" to press; there is: pick');
  await expect(slack.as("U1").press(target, "pick", { value: "3" })).rejects.toThrow("there are: 1, 2");
  await expect(slack.as("U1").press({ ...target, ts: "1.0" }, "pick")).rejects.toThrow("ann sees no message");
  await expect(slack.as("U1").press({ ...target, channel: "C3" }, "pick")).rejects.toThrow("ann cannot see");
  const people = await aChoice({ type: "users_select" });
  await expect(people.slack.as("U1").press(people.target, "pick", { value: "U9" })).rejects.toThrow("no user U9");
  expect(() => slack.as("U404")).toThrow("user_not_found");
});
