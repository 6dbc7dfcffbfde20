import { z } from "zod";
import { accessory, actionsElement, image, inputElement } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import { anyText, mrkdwn, plainText } from "./text.ts";

const identified = { block_id: z.string().min(1).max(LIMITS.blockId).optional() };

const section = z
  .strictObject({
    type: z.literal("section"),
    ...identified,
    text: anyText(LIMITS.text).optional(),
    fields: z.array(anyText(LIMITS.sectionField)).min(1).max(LIMITS.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, "text or fields is required");

/** Blocks that only show something, and that nobody here looks into. */
const shown = <T extends string>(type: T) => z.looseObject({ type: z.literal(type), ...identified });

/**
 * One block, with every length and count that Slack documents. Unknown properties are refused, as Slack does.
 * https://docs.slack.dev/reference/block-kit/blocks
 */
export const block = z.discriminatedUnion("type", [
  section,
  z.strictObject({ type: z.literal("divider"), ...identified }),
  z.strictObject({ type: z.literal("header"), ...identified, text: plainText(LIMITS.header) }),
  z.strictObject({
    type: z.literal("context"),
    ...identified,
    elements: z
      .array(z.discriminatedUnion("type", [plainText(LIMITS.text), mrkdwn(LIMITS.text), image]))
      .min(1)
      .max(LIMITS.contextElements),
  }),
  z.strictObject({
    type: z.literal("actions"),
    ...identified,
    elements: z.array(actionsElement).min(1).max(LIMITS.actionsElements),
  }),
  z.strictObject({
    type: z.literal("input"),
    ...identified,
    label: plainText(LIMITS.inputLabel),
    hint: plainText(LIMITS.inputHint).optional(),
    element: inputElement,
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal("image"),
    ...identified,
    image_url: z.url().max(LIMITS.imageUrl),
    alt_text: z.string().max(LIMITS.altText),
    title: plainText(LIMITS.imageTitle).optional(),
  }),
  z.strictObject({ type: z.literal("markdown"), ...identified, text: z.string().min(1).max(LIMITS.markdownText) }),
  shown("rich_text"),
  shown("table"),
  shown("video"),
  shown("file"),
]);

export type Block = z.infer<typeof block>;
export type InputBlock = Extract<Block, { type: "input" }>;
