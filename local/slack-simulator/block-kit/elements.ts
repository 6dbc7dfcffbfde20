import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { option, optionGroups, options } from "./options.ts";
import { confirmation, plainText } from "./text.ts";

const interactive = { action_id: z.string().min(1).max(LIMITS.actionId).optional() };
const confirmable = { confirm: confirmation.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const placeholding = { placeholder: plainText(LIMITS.placeholder).optional() };
const dispatching = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])).min(1),
    })
    .optional(),
};
const picker = { ...interactive, ...confirmable, ...focusable, ...placeholding };
const several = { max_selected_items: z.number().int().min(1).optional() };

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const button = z.strictObject({
  type: z.literal("button"),
  ...interactive,
  ...confirmable,
  text: plainText(LIMITS.buttonText),
  value: z.string().max(LIMITS.buttonValue).optional(),
  url: z.string().max(LIMITS.url).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(LIMITS.accessibilityLabel).optional(),
});

export const image = z.strictObject({
  type: z.literal("image"),
  image_url: z.url().max(LIMITS.imageUrl),
  alt_text: z.string().max(LIMITS.altText),
});

const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...interactive,
  ...confirmable,
  options: options(LIMITS.overflowOptions),
});

const datepicker = z.strictObject({ type: z.literal("datepicker"), ...picker, initial_date: date.optional() });
const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...picker,
  initial_time: time.optional(),
  timezone: z.string().optional(),
});
const datetimepicker = z.strictObject({
  type: z.literal("datetimepicker"),
  ...interactive,
  ...confirmable,
  ...focusable,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const radioButtons = z.strictObject({
  type: z.literal("radio_buttons"),
  ...interactive,
  ...confirmable,
  ...focusable,
  options: options(LIMITS.choiceOptions),
  initial_option: option.optional(),
});
const checkboxes = z.strictObject({
  type: z.literal("checkboxes"),
  ...interactive,
  ...confirmable,
  ...focusable,
  options: options(LIMITS.choiceOptions),
  initial_options: z.array(option).min(1).optional(),
});

const fixedChoice = { options: options(LIMITS.options).optional(), option_groups: optionGroups.optional() };
const askedChoice = { min_query_length: z.number().int().min(0).optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z.looseObject({}).optional(),
};
const responseUrl = { response_url_enabled: z.boolean().optional() };

const selects = [
  z.strictObject({
    type: z.literal("static_select"),
    ...picker,
    ...fixedChoice,
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal("external_select"),
    ...picker,
    ...askedChoice,
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal("users_select"), ...picker, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal("conversations_select"),
    ...picker,
    ...conversations,
    ...responseUrl,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("channels_select"),
    ...picker,
    ...responseUrl,
    initial_channel: z.string().optional(),
  }),
] as const;

const multiSelects = [
  z.strictObject({
    type: z.literal("multi_static_select"),
    ...picker,
    ...several,
    ...fixedChoice,
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal("multi_external_select"),
    ...picker,
    ...several,
    ...askedChoice,
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal("multi_users_select"),
    ...picker,
    ...several,
    initial_users: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal("multi_conversations_select"),
    ...picker,
    ...several,
    ...conversations,
    initial_conversations: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal("multi_channels_select"),
    ...picker,
    ...several,
    initial_channels: z.array(z.string()).optional(),
  }),
] as const;

const typed = { ...interactive, ...focusable, ...placeholding, ...dispatching };

const textInputs = [
  z.strictObject({
    type: z.literal("plain_text_input"),
    ...typed,
    initial_value: z.string().max(LIMITS.textInput).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(LIMITS.textInput).optional(),
    max_length: z.number().int().min(1).max(LIMITS.textInput).optional(),
  }),
  z.strictObject({ type: z.literal("email_text_input"), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal("url_text_input"), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal("number_input"),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
] as const;

const pickers = [datepicker, timepicker, radioButtons, checkboxes, ...selects, ...multiSelects] as const;

export const actionsElement = z.discriminatedUnion("type", [button, overflow, datetimepicker, ...pickers]);
export const accessory = z.discriminatedUnion("type", [button, image, overflow, ...pickers]);
export const inputElement = z.discriminatedUnion("type", [datetimepicker, ...pickers, ...textInputs]);

/** Anything that a person can press, choose or type into. */
export type Element = z.infer<typeof actionsElement> | z.infer<typeof inputElement>;
