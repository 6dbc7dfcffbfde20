import { expect, test } from "vitest";
import type { Block } from "../../../local/slack-simulator/block-kit/blocks.ts";
import { checkModal } from "../../../local/slack-simulator/block-kit/check-blocks.ts";
import type { Element } from "../../../local/slack-simulator/block-kit/elements.ts";
import { initialState, withValue } from "../../../local/slack-simulator/block-kit/state-values.ts";
import { type Choice, chosen } from "../../../local/slack-simulator/person/chosen.ts";
import { refusedInputs } from "../../../local/slack-simulator/person/form-rules.ts";

const label = { type: "plain_text", text: "Label" } as const;
const options = ["a", "b", "c"].map((value) => ({ text: { type: "plain_text", text: value }, value }));

/** What Slack's client says in red when the only input, of this kind, holds this. */
function said(element: object, choice: Choice | undefined, { optional = false } = {}): string | undefined {
  const view = checkModal({
    type: "modal",
    title: label,
    submit: label,
    blocks: [{ type: "input", block_id: "b", label, optional, element: { action_id: "a", ...element } }],
  });
  if (!view.ok) throw new Error(view.complaints.join());
  const blocks: readonly Block[] = view.value.blocks;
  const [block] = blocks;
  if (block?.type !== "input") throw new Error("no input");
  const placed: { readonly block: Block; readonly element: Element } = { block, element: block.element };
  const initial = initialState(blocks);
  const values = choice === undefined ? initial : withValue(initial, placed, chosen(block.element, choice));
  return refusedInputs(blocks, values).b;
}

test("what is required must be filled in, what is optional need not", () => {
  expect(said({ type: "plain_text_input" }, undefined)).toMatch("required");
  expect(said({ type: "plain_text_input" }, "")).toMatch("required");
  expect(said({ type: "multi_static_select", options }, [])).toMatch("required");
  expect(said({ type: "plain_text_input" }, undefined, { optional: true })).toBeUndefined();
  expect(said({ type: "plain_text_input", initial_value: "x" }, undefined)).toBeUndefined();
});

test("a text is neither too short nor too long", () => {
  const input = { type: "plain_text_input", min_length: 2, max_length: 3 };

  expect(said(input, "x")).toMatch("at least 2");
  expect(said(input, "xxx")).toBeUndefined();
  expect(said(input, "xxxx")).toMatch("at most 3");
  expect(said({ type: "plain_text_input" }, "x".repeat(3_001))).toMatch("at most 3000");
});

test("addresses and numbers look like addresses and numbers", () => {
  const whole = { type: "number_input", is_decimal_allowed: false, min_value: "1", max_value: "9" };

  expect(said({ type: "email_text_input" }, "ann")).toMatch("email");
  expect(said({ type: "email_text_input" }, "ann@acme.test")).toBeUndefined();
  expect(said({ type: "url_text_input" }, "acme")).toMatch("URL");
  expect(said({ type: "url_text_input" }, "https://acme.test")).toBeUndefined();
  for (const wrong of ["many", "1.5", "0", "10"]) expect(said(whole, wrong)).toMatch("Please enter");
  expect(said(whole, "5")).toBeUndefined();
});

test("no more is selected than may be", () => {
  const input = { type: "multi_static_select", options, max_selected_items: 2 };

  expect(said(input, ["a", "b", "c"])).toMatch("up to 2");
  expect(said(input, ["a", "b"])).toBeUndefined();
});
