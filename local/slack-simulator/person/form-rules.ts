import type { Block, InputBlock } from "../block-kit/blocks.ts";
import type { Element } from "../block-kit/elements.ts";
import { LIMITS } from "../block-kit/limits.ts";
import type { StateValue, StateValues } from "../block-kit/state-values.ts";

/** What Slack's client says in red before it sends a form at all, by block_id. */
export function refusedInputs(blocks: readonly Block[], values: StateValues): Readonly<Record<string, string>> {
  const inputs = blocks.filter((block): block is InputBlock => block.type === "input");
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const { block_id = "", element } = input;
      const complaint = complaintAbout(input, values[block_id]?.[element.action_id ?? ""]);
      return complaint === undefined ? [] : [[block_id, complaint]];
    }),
  );
}

function complaintAbout({ element, optional }: InputBlock, value: StateValue | undefined): string | undefined {
  const held = heldBy(value);
  if (held.length === 0) return optional ? undefined : "Please complete this required field.";
  const [text = ""] = held;
  switch (element.type) {
    case "plain_text_input":
      return wrongLength(text, element);
    case "email_text_input":
      return /^\S+@\S+\.\S+$/.test(text) ? undefined : "Please enter a valid email address.";
    case "url_text_input":
      return URL.canParse(text) ? undefined : "Please enter a valid URL.";
    case "number_input":
      return wrongNumber(text, element);
    case "multi_static_select":
    case "multi_external_select":
    case "multi_users_select":
    case "multi_conversations_select":
    case "multi_channels_select":
      return held.length > (element.max_selected_items ?? Number.POSITIVE_INFINITY)
        ? `You can select up to ${element.max_selected_items} items.`
        : undefined;
    default:
      return undefined;
  }
}

/** All that a state holds besides its type, as texts; nothing when it is empty. */
const heldBy = (value: StateValue | undefined): readonly string[] =>
  Object.entries(value ?? {})
    .filter(([field]) => field !== "type")
    .flatMap(([, held]) => (Array.isArray(held) ? held : [held]))
    .filter((held) => held !== null && held !== undefined && held !== "")
    .map(String);

type TextInput = Extract<Element, { type: "plain_text_input" }>;
type NumberInput = Extract<Element, { type: "number_input" }>;

function wrongLength(text: string, { min_length = 0, max_length = LIMITS.textInput }: TextInput): string | undefined {
  if (text.length < min_length) return `Please enter at least ${min_length} characters.`;
  return text.length > max_length ? `Please enter at most ${max_length} characters.` : undefined;
}

function wrongNumber(text: string, { is_decimal_allowed, min_value, max_value }: NumberInput): string | undefined {
  const number = Number(text);
  if (!Number.isFinite(number)) return "Please enter a number.";
  if (!is_decimal_allowed && !Number.isInteger(number)) return "Please enter a whole number.";
  if (min_value !== undefined && number < Number(min_value)) return `Please enter ${min_value} or more.`;
  return max_value !== undefined && number > Number(max_value) ? `Please enter ${max_value} or less.` : undefined;
}
