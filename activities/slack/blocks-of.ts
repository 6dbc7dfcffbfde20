import type { KnownBlock } from "@slack/types";
import type { MemberId, RequestId } from "../../domain/ids.ts";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import { inPieces } from "../../domain/wording/in-pieces.ts";
import type { Words } from "../../domain/wording/words.ts";

/** Slack's limit for a section. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const SECTION = 3000;
/** Longer texts are cut by Slack itself; this one only has to make sense in a notification. */
const NOTIFICATION = 3000;

/** A message as Slack shows it. Buttons carry as their value whose they are. */
export function blocksOf(
  { text, buttons = [] }: Words,
  id: RequestId | MemberId | "records",
): { text: string; blocks: KnownBlock[] } {
  const sections = inPieces(text, SECTION).map(
    (piece): KnownBlock => ({ type: "section", text: { type: "mrkdwn", text: piece } }),
  );
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
  return { text: inPieces(text, NOTIFICATION)[0] ?? "", blocks: [...sections, ...actions] };
}
