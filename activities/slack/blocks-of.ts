import type { KnownBlock } from "@slack/types";
import type { MemberId, RequestId } from "../../domain/ids.ts";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import { inPieces } from "../../domain/wording/in-pieces.ts";
import { withLessQuoted } from "../../domain/wording/with-less-quoted.ts";
import type { Words } from "../../domain/wording/words.ts";

/** Slack's limit for a section. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const SECTION = 3000;
/** Longer texts are cut by Slack itself; this one only has to make sense in a notification. */
const NOTIFICATION = 3000;

/**
 * Slack refuses a message with much more than 11,000 characters in its blocks (`msg_blocks_too_long`, in no
 * documentation: https://github.com/slackapi/bolt-js/issues/2867).
 */
const ALL_BLOCKS = 10_900;

/** A message as Slack shows it; where it would be too long, with less of what somebody wrote. Buttons carry as their value whose they are. */
export function blocksOf(
  { text, buttons = [] }: Words,
  id: RequestId | MemberId | "records",
): { text: string; blocks: KnownBlock[] } {
  const actions: KnownBlock[] =
    buttons.length === 0
      ? []
      : [
          {
            type: "actions",
            block_id: "acts",
            elements: buttons.map((button) => buttonBlock(button, id)),
          },
        ];
  const blocks = [...sections(text), ...actions];
  const tooMuch = JSON.stringify(blocks).length - ALL_BLOCKS;
  const less = tooMuch > 0 ? withLessQuoted(text, tooMuch) : text;
  if (less.length < text.length) return blocksOf({ text: less, buttons }, id);
  return { text: inPieces(text, NOTIFICATION)[0] ?? "", blocks };
}

const sections = (text: string): KnownBlock[] =>
  inPieces(text, SECTION).map((piece) => ({ type: "section", text: { type: "mrkdwn", text: piece } }));
