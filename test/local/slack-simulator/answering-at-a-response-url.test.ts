import { expect, test } from "vitest";
import { aClient, anApp, aWorkspace } from "./a-workspace.ts";

const card = (text: string) => [
  { type: "section", text: { type: "mrkdwn", text } },
  { type: "actions", elements: [{ type: "button", action_id: "go", text: { type: "plain_text", text: "Go" } }] },
];

/** A workspace where an app keeps the response_url of each press. */
async function pressed({ ephemeral = false, now = Date.now } = {}) {
  const slack = await aWorkspace({ now });
  const urls: string[] = [];
  await anApp(slack, (app) =>
    app.action("go", async ({ ack, body }) => {
      if (body.type === "block_actions") urls.push(body.response_url);
      await ack();
    }),
  );
  const content = { channel: "C1", text: "card", blocks: card("card") };
  const { chat } = aClient(slack);
  const ts = ephemeral
    ? (await chat.postEphemeral({ ...content, user: "U1" })).message_ts
    : (await chat.postMessage(content)).ts;
  await slack.as("U1").press({ channel: "C1", ts: ts ?? "" }, "go");
  const answer = async (body: object) => {
    const response = await fetch(urls[0] ?? "", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.text() };
  };
  return { slack, answer };
}

test("an answer is for the one who pressed, or for the channel", async () => {
  const { slack, answer } = await pressed();

  await answer({ text: "you alone" });
  await answer({ text: "everybody", response_type: "in_channel" });

  expect(slack.ephemerals()).toMatchObject([{ user: "U1", channel: "C1", text: "you alone" }]);
  expect(slack.messages("C1").map(({ text }) => text)).toEqual(["card", "everybody"]);
});

test("the original is replaced as a whole, or deleted", async () => {
  const { slack, answer } = await pressed();

  await answer({ text: "new", replace_original: true });
  expect(slack.messages("C1")).toMatchObject([{ text: "new", blocks: [] }]);
  await answer({ delete_original: true });
  expect(slack.messages("C1")).toEqual([]);
});

test("an ephemeral original is replaced for the one who sees it", async () => {
  const { slack, answer } = await pressed({ ephemeral: true });

  await answer({ text: "new", replace_original: true });
  expect(slack.ephemerals()).toMatchObject([
    { text: "card", gone: true },
    { text: "new", gone: false },
  ]);
  await answer({ delete_original: true });
  expect(slack.ephemerals().filter(({ gone }) => !gone)).toEqual([]);
});

test("five answers are taken, and none after half an hour", async () => {
  let now = 1_780_000_000_000;
  const first = await pressed({ now: () => now });
  const second = await pressed({ now: () => now });

  for (const text of ["1", "2", "3", "4", "5"]) expect((await first.answer({ text })).status).toBe(200);
  expect(await first.answer({ text: "6" })).toMatchObject({ status: 404, body: expect.stringContaining("used_url") });
  now += 30 * 60_000 + 1;
  expect(await second.answer({ text: "1" })).toMatchObject({
    status: 404,
    body: expect.stringContaining("expired_url"),
  });
});

test("an answer that breaks Block Kit's rules is refused, and noted", async () => {
  const { slack, answer } = await pressed();

  expect(await answer({ text: "x", blocks: card("x".repeat(3_001)) })).toMatchObject({ status: 400 });
  expect(await answer({})).toMatchObject({ status: 400, body: expect.stringContaining("no_text") });
  expect(slack.problems).toHaveLength(2);
});
