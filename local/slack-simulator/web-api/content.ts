import { z } from "zod";
import type { Block } from "../block-kit/blocks.ts";
import { checkMessageBlocks } from "../block-kit/check-blocks.ts";
import { LIMITS } from "../block-kit/limits.ts";
import { SlackError } from "../slack-error.ts";
import type { MessageContent, MessageMetadata } from "../slack-message.ts";
import { nested } from "./arguments.ts";

/** What a message may say, as an argument of `chat.*` or in the body sent to a response_url. */
export const contentArguments = {
  text: z.string().optional(),
  blocks: nested,
  attachments: nested,
  metadata: nested,
};

type Given = z.output<z.ZodObject<typeof contentArguments>>;

/** @throws invalid_blocks, invalid_blocks_format, invalid_attachments, invalid_metadata_format, invalid_metadata_schema, msg_too_long, msg_blocks_too_long */
export function givenContent({ text, blocks, attachments, metadata }: Given, longest: number): Partial<MessageContent> {
  if ((text?.length ?? 0) > longest) throw new SlackError("msg_too_long");
  return {
    ...(text === undefined ? {} : { text }),
    ...(blocks === undefined ? {} : { blocks: checkedBlocks(blocks) }),
    ...(attachments === undefined ? {} : { attachments: checkedAttachments(attachments) }),
    ...(metadata === undefined ? {} : checkedMetadata(metadata)),
  };
}

/** @throws no_text, when there is nothing to show */
export function wholeContent(given: Given): MessageContent {
  const content = givenContent(given, LIMITS.messageText);
  if (!content.text && !content.blocks?.length && !content.attachments?.length) throw new SlackError("no_text");
  return { ...content, text: content.text ?? "" };
}

function checkedBlocks(blocks: unknown): readonly Block[] {
  if (!Array.isArray(blocks)) throw new SlackError("invalid_blocks_format");
  const checked = checkMessageBlocks(blocks);
  if (checked.ok && JSON.stringify(blocks).length > LIMITS.charactersOfBlocksInMessage)
    throw new SlackError("msg_blocks_too_long");
  if (checked.ok) return checked.value;
  throw new SlackError("invalid_blocks", {
    errors: checked.complaints,
    response_metadata: { messages: checked.complaints },
  });
}

function checkedAttachments(attachments: unknown): readonly unknown[] {
  if (!Array.isArray(attachments)) throw new SlackError("invalid_attachments");
  if (attachments.length > 100) throw new SlackError("too_many_attachments");
  return attachments;
}

const metadataSchema = z.strictObject({
  event_type: z.string().min(1).max(LIMITS.metadataEventType),
  event_payload: z.record(z.string(), z.unknown()),
});

/** An empty object takes the metadata away. */
function checkedMetadata(metadata: unknown): { readonly metadata?: MessageMetadata } {
  if (typeof metadata !== "object" || metadata === null || Array.isArray(metadata))
    throw new SlackError("invalid_metadata_format");
  if (Object.keys(metadata).length === 0) return {};
  const parsed = metadataSchema.safeParse(metadata);
  if (!parsed.success) throw new SlackError("invalid_metadata_schema");
  return { metadata: parsed.data };
}
