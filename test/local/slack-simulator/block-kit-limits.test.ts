import { expect, test } from "vitest";
import { checkHome, checkMessageBlocks, checkModal } from "../../../local/slack-simulator/block-kit/check-blocks.ts";
import { aClient, aWorkspace } from "./a-workspace.ts";

const plain = (length: number) => ({ type: "plain_text", text: "x".repeat(length) });
const mrkdwn = (length: number) => ({ type: "mrkdwn", text: "x".repeat(length) });
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const options = (count: number) => many(count, (n) => ({ text: plain(1), value: `${n}` }));
const button = (more: object = {}) => ({ type: "button", text: plain(1), ...more });
const actions = (...elements: object[]) => ({ type: "actions", elements });
const input = (element: object, more: object = {}) => ({ type: "input", label: plain(1), element, ...more });
const section = (more: object) => ({ type: "section", ...more });

/** Blocks that just fit at the limit, and do not one beyond it. */
const BLOCKS: readonly (readonly [string, number, (size: number) => readonly object[]])[] = [
  ["blocks in a message", 50, (n) => many(n, () => ({ type: "divider" }))],
  ["characters in a section", 3_000, (n) => [section({ text: mrkdwn(n) })]],
  ["fields in a section", 10, (n) => [section({ fields: many(n, () => mrkdwn(1)) })]],
  ["characters in a field", 2_000, (n) => [section({ fields: [mrkdwn(n)] })]],
  ["characters in a header", 150, (n) => [{ type: "header", text: plain(n) }]],
  ["elements in a context", 10, (n) => [{ type: "context", elements: many(n, () => mrkdwn(1)) }]],
  ["elements in an actions block", 25, (n) => [actions(...many(n, () => button()))]],
  ["characters of a block_id", 255, (n) => [{ type: "divider", block_id: "x".repeat(n) }]],
  ["characters of an action_id", 255, (n) => [actions(button({ action_id: "x".repeat(n) }))]],
  ["characters on a button", 75, (n) => [actions(button({ text: plain(n) }))]],
  ["characters of a button's value", 2_000, (n) => [actions(button({ value: "x".repeat(n) }))]],
  ["options of a select", 100, (n) => [actions({ type: "static_select", options: options(n) })]],
  ["options of an overflow menu", 5, (n) => [actions({ type: "overflow", options: options(n) })]],
  ["options of radio buttons", 10, (n) => [actions({ type: "radio_buttons", options: options(n) })]],
  ["options of checkboxes", 10, (n) => [actions({ type: "checkboxes", options: options(n) })]],
  ["characters of an option", 75, (n) => [actions({ type: "overflow", options: [{ text: plain(n), value: "1" }] })]],
  [
    "characters of an option's value",
    75,
    (n) => [actions({ type: "overflow", options: [{ text: plain(1), value: "x".repeat(n) }] })],
  ],
  ["characters of a placeholder", 150, (n) => [actions({ type: "users_select", placeholder: plain(n) })]],
  ["characters of an input's label", 2_000, (n) => [input({ type: "datepicker" }, { label: plain(n) })]],
  ["characters of an input's hint", 2_000, (n) => [input({ type: "datepicker" }, { hint: plain(n) })]],
  ["max_length of a text input", 3_000, (n) => [input({ type: "plain_text_input", max_length: n })]],
  ["characters of a confirmation's title", 100, (n) => [actions(button({ confirm: confirm({ title: plain(n) }) }))]],
  ["characters of a confirmation", 300, (n) => [actions(button({ confirm: confirm({ text: plain(n) }) }))]],
  ["characters on a confirmation's button", 30, (n) => [actions(button({ confirm: confirm({ deny: plain(n) }) }))]],
];

function confirm(more: object) {
  return { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1), ...more };
}

test.each(BLOCKS)("%s: %i, and no more", (_, limit, blocks) => {
  expect(checkMessageBlocks(blocks(limit))).toMatchObject({ ok: true });
  expect(checkMessageBlocks(blocks(limit + 1))).toMatchObject({ ok: false });
});

const modal = (more: object) => ({ type: "modal", title: plain(1), blocks: [], ...more });

const VIEWS: readonly (readonly [string, number, (size: number) => object])[] = [
  ["blocks in a view", 100, (n) => modal({ blocks: many(n, () => ({ type: "divider" })) })],
  ["characters of a title", 24, (n) => modal({ title: plain(n) })],
  ["characters on submit", 24, (n) => modal({ submit: plain(n) })],
  ["characters on close", 24, (n) => modal({ close: plain(n) })],
  ["characters of private_metadata", 3_000, (n) => modal({ private_metadata: "x".repeat(n) })],
  ["characters of a callback_id", 255, (n) => modal({ callback_id: "x".repeat(n) })],
];

test.each(VIEWS)("%s: %i, and no more", (_, limit, view) => {
  expect(checkModal(view(limit))).toMatchObject({ ok: true });
  expect(checkModal(view(limit + 1))).toMatchObject({ ok: false });
});

const WRONG: readonly (readonly [string, readonly object[]])[] = [
  [
    "two blocks with one block_id",
    [
      { type: "divider", block_id: "a" },
      { type: "divider", block_id: "a" },
    ],
  ],
  ["two elements of a block with one action_id", [actions(button({ action_id: "a" }), button({ action_id: "a" }))]],
  ["an unknown block", [{ type: "marquee" }]],
  ["an unknown property", [{ type: "divider", colour: "red" }]],
  ["an empty text", [section({ text: mrkdwn(0) })]],
  ["a section without anything", [section({})]],
  ["mrkdwn on a button", [actions(button({ text: mrkdwn(1) }))]],
  ["a text input outside of an input block", [actions({ type: "plain_text_input" })]],
  ["no options at all", [actions({ type: "static_select" })]],
  [
    "an initial option that is not offered",
    [actions({ type: "radio_buttons", options: options(1), initial_option: { text: plain(1), value: "9" } })],
  ],
];

test.each(WRONG)("%s is refused", (_, blocks) => {
  expect(checkMessageBlocks(blocks)).toMatchObject({ ok: false });
});

test("one action_id may stand in several blocks", () => {
  expect(checkMessageBlocks([actions(button({ action_id: "a" })), actions(button({ action_id: "a" }))]).ok).toBe(true);
});

test("a form needs a submit button, and a Home tab has none", () => {
  expect(checkModal(modal({ blocks: [input({ type: "datepicker" })] })).ok).toBe(false);
  expect(checkHome({ type: "home", blocks: [], submit: plain(1) }).ok).toBe(false);
});

test("a post that breaks the rules says where, and is noted as a problem", async () => {
  const slack = await aWorkspace();
  const { chat, views } = aClient(slack);
  const header = [{ type: "header", text: { type: "plain_text" as const, text: "x".repeat(151) } }];

  await expect(chat.postMessage({ channel: "C1", text: "x", blocks: header })).rejects.toMatchObject({
    data: {
      error: "invalid_blocks",
      response_metadata: { messages: [expect.stringContaining("[json-pointer:/blocks/0/text/text]")] },
    },
  });
  await expect(views.publish({ user_id: "U1", view: { type: "home", blocks: header } })).rejects.toMatchObject({
    data: { error: "invalid_arguments" },
  });
  await expect(chat.postMessage({ channel: "C1", text: "x".repeat(40_001) })).rejects.toMatchObject({
    data: { error: "msg_too_long" },
  });
  const long = Array.from({ length: 4 }, () => section({ text: plain(2_900) }));
  await expect(chat.postMessage({ channel: "C1", text: "x", blocks: long })).rejects.toMatchObject({
    data: { error: "msg_blocks_too_long" },
  });
  await expect(chat.postMessage({ channel: "C1", text: "" })).rejects.toMatchObject({ data: { error: "no_text" } });
  expect(slack.problems).toHaveLength(5);
});
