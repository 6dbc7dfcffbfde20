import type { Element } from "../block-kit/elements.ts";
import { type Option, offeredBy } from "../block-kit/options.ts";
import type { StateValue } from "../block-kit/state-values.ts";

/** What a person types or picks; `null` empties it. Options are named by their value or by the text that is seen. */
export type Choice = string | number | null | readonly string[];

/** What an element holds once a person has chosen. Throws where Slack's client offers no such thing. */
export function chosen(element: Element, choice: Choice | undefined): StateValue {
  const { type } = element;
  switch (element.type) {
    case "button":
      return { type, text: element.text, ...defined("value", element.value), ...defined("style", element.style) };
    case "overflow":
    case "radio_buttons":
    case "static_select":
      return { type, selected_option: single(choice, (name) => offered(element, name)) };
    case "checkboxes":
    case "multi_static_select":
      return { type, selected_options: several(choice).map((name) => offered(element, name)) };
    case "external_select":
      return { type, selected_option: single(choice, found) };
    case "multi_external_select":
      return { type, selected_options: several(choice).map(found) };
    case "users_select":
      return { type, selected_user: single(choice) };
    case "multi_users_select":
      return { type, selected_users: several(choice) };
    case "conversations_select":
      return { type, selected_conversation: single(choice) };
    case "multi_conversations_select":
      return { type, selected_conversations: several(choice) };
    case "channels_select":
      return { type, selected_channel: single(choice) };
    case "multi_channels_select":
      return { type, selected_channels: several(choice) };
    case "datepicker":
      return { type, selected_date: single(choice, matching(/^\d{4}-\d{2}-\d{2}$/, "a date like 2026-07-31")) };
    case "timepicker":
      return { type, selected_time: single(choice, matching(/^([01]\d|2[0-3]):[0-5]\d$/, "a time like 09:30")) };
    case "datetimepicker":
      return { type, selected_date_time: single(choice, Number) };
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return { type, value: single(choice) || null };
  }
}

const defined = (name: string, value: unknown): Readonly<Record<string, unknown>> =>
  value === undefined ? {} : { [name]: value };

function single(choice: Choice | undefined): string | null;
function single<T>(choice: Choice | undefined, as: (text: string) => T): T | null;
function single(choice: Choice | undefined, as: (text: string) => unknown = String): unknown {
  if (choice === null || choice === undefined) return null;
  if (typeof choice === "object") throw new Error(`One thing can be chosen here, not [${choice.join(", ")}].`);
  return as(String(choice));
}

const several = (choice: Choice | undefined): readonly string[] => {
  if (choice === null || choice === undefined) return [];
  return typeof choice === "object" ? choice : [String(choice)];
};

function offered(element: Parameters<typeof offeredBy>[0], name: string): Option {
  const options = offeredBy(element);
  const option = options.find(({ value }) => value === name) ?? options.find(({ text }) => text.text === name);
  if (option) return option;
  throw new Error(`There is no option "${name}"; there are: ${options.map(({ value }) => value).join(", ")}.`);
}

const found = (value: string): Option => ({ text: { type: "plain_text", text: value }, value });

const matching =
  (form: RegExp, description: string) =>
  (text: string): string => {
    if (form.test(text)) return text;
    throw new Error(`"${text}" cannot be picked: it must be ${description}.`);
  };
