import type { Block } from "./blocks.ts";
import type { Element } from "./elements.ts";
import { elementsOf } from "./elements-of.ts";

/** What an element holds, as `view.state.values` shows it ("selected_option", "value" …). */
export interface StateValue {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** By block_id, then by action_id. */
export type StateValues = { readonly [blockId: string]: { readonly [actionId: string]: StateValue } };

/** The state of blocks that have just been shown: what each element says it holds at first. */
export function initialState(blocks: readonly Block[]): StateValues {
  return elementsOf(blocks).reduce<StateValues>((values, { block, element }) => {
    const value = initially(element);
    return value ? withValue(values, { block, element }, value) : values;
  }, {});
}

/** The state after an update: what was there before is kept where the same element is still there, as Slack does. */
export function keptState(before: StateValues, blocks: readonly Block[]): StateValues {
  return elementsOf(blocks).reduce<StateValues>((values, placed) => {
    const old = before[placed.block.block_id ?? ""]?.[placed.element.action_id ?? ""];
    return old?.type === placed.element.type ? withValue(values, placed, old) : values;
  }, initialState(blocks));
}

export function withValue(
  values: StateValues,
  { block: { block_id = "" }, element: { action_id = "" } }: { readonly block: Block; readonly element: Element },
  value: StateValue,
): StateValues {
  return { ...values, [block_id]: { ...values[block_id], [action_id]: value } };
}

/** Buttons and overflow menus hold nothing. */
function initially(element: Element): StateValue | undefined {
  const { type } = element;
  switch (element.type) {
    case "button":
    case "overflow":
      return undefined;
    case "datepicker":
      return { type, selected_date: element.initial_date ?? null };
    case "timepicker":
      return { type, selected_time: element.initial_time ?? null };
    case "datetimepicker":
      return { type, selected_date_time: element.initial_date_time ?? null };
    case "radio_buttons":
    case "static_select":
    case "external_select":
      return { type, selected_option: element.initial_option ?? null };
    case "checkboxes":
    case "multi_static_select":
    case "multi_external_select":
      return { type, selected_options: element.initial_options ?? [] };
    case "users_select":
      return { type, selected_user: element.initial_user ?? null };
    case "conversations_select":
      return { type, selected_conversation: element.initial_conversation ?? null };
    case "channels_select":
      return { type, selected_channel: element.initial_channel ?? null };
    case "multi_users_select":
      return { type, selected_users: element.initial_users ?? [] };
    case "multi_conversations_select":
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case "multi_channels_select":
      return { type, selected_channels: element.initial_channels ?? [] };
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return { type, value: element.initial_value ?? null };
  }
}
