import { z } from "zod";
import { type Block, block } from "./blocks.ts";
import { elementsOf } from "./elements-of.ts";
import { LIMITS } from "./limits.ts";
import { offeredBy } from "./options.ts";
import { type Home, home, type Modal, modal } from "./view.ts";

/** What is wrong with a payload, worded as Slack words it. */
type Complaint = string;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

export const checkMessageBlocks = (blocks: unknown): Checked<readonly Block[]> =>
  check(z.array(block).max(LIMITS.blocksInMessage), blocks, { at: "/blocks", blocksOf: (value) => value });

export const checkModal = (view: unknown): Checked<Modal> =>
  check(modal, view, { at: "/view", blocksOf: (value) => value.blocks });

export const checkHome = (view: unknown): Checked<Home> =>
  check(home, view, { at: "/view", blocksOf: (value) => value.blocks });

interface Look<T> {
  readonly at: string;
  readonly blocksOf: (value: T) => readonly Block[];
}

function check<T>(schema: z.ZodType<T>, value: unknown, { at, blocksOf }: Look<T>): Checked<T> {
  const parsed = schema.safeParse(value);
  const complaints = parsed.success
    ? [...repeatedIds(blocksOf(parsed.data)), ...impossibleElements(blocksOf(parsed.data))].map(
        (complaint) => `[ERROR] ${complaint}`,
      )
    : parsed.error.issues.map(({ message, path }) => `[ERROR] ${message} [json-pointer:${[at, ...path].join("/")}]`);
  return parsed.success && complaints.length === 0 ? { ok: true, value: parsed.data } : { ok: false, complaints };
}

function repeatedIds(blocks: readonly Block[]): readonly Complaint[] {
  const blockIds = blocks.flatMap(({ block_id }) => block_id ?? []);
  const actionIds = blocks.flatMap((one, index) =>
    elementsOf([one]).flatMap(({ element }) =>
      element.action_id === undefined ? [] : [`${element.action_id} in block ${index}`],
    ),
  );
  return [
    ...repeated(blockIds).map((id) => `block_id already exists: ${id}`),
    ...repeated(actionIds).map((id) => `action_id already exists: ${id}`),
  ];
}

const repeated = (ids: readonly string[]): readonly string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

function impossibleElements(blocks: readonly Block[]): readonly Complaint[] {
  const elements = elementsOf(blocks).map(({ element }) => element);
  const focused = elements.filter((element) => "focus_on_load" in element && element.focus_on_load);
  return [
    ...(focused.length > 1 ? ["only one element can have focus_on_load"] : []),
    ...elements.flatMap((element): readonly Complaint[] => {
      switch (element.type) {
        case "static_select":
        case "multi_static_select":
          return [
            ...((element.options === undefined) === (element.option_groups === undefined)
              ? [`${element.type} needs either options or option_groups`]
              : []),
            ...chosenOutsideOf(element),
          ];
        case "radio_buttons":
        case "checkboxes":
          return chosenOutsideOf(element);
        case "plain_text_input":
          return (element.min_length ?? 0) > (element.max_length ?? LIMITS.textInput)
            ? ["min_length is greater than max_length"]
            : [];
        default:
          return [];
      }
    }),
  ];
}

type WithInitial = Parameters<typeof offeredBy>[0] & {
  readonly initial_option?: { readonly value: string } | undefined;
  readonly initial_options?: readonly { readonly value: string }[] | undefined;
};

function chosenOutsideOf(element: WithInitial): readonly Complaint[] {
  const offered = new Set(offeredBy(element).map(({ value }) => value));
  const chosen = [...(element.initial_option ? [element.initial_option] : []), ...(element.initial_options ?? [])];
  return chosen
    .filter(({ value }) => !offered.has(value))
    .map(({ value }) => `initial option is not among the options: ${value}`);
}
