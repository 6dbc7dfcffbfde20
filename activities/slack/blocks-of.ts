import type { KnownBlock } from "@slack/types";
import type { RequestId } from "../../domain/ids.ts";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import type { Words } from "../../domain/wording/words.ts";

/** Slack's limit for a section. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const SECTION = 3000;
/** Longer texts are cut by Slack itself; this one only has to make sense in a notification. */
const NOTIFICATION = 3000;

/** A message as Slack shows it. Buttons carry the request's id as their value. */
export function blocksOf({ text, buttons = [] }: Words, id: RequestId): { text: string; blocks: KnownBlock[] } {
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

/** The text in pieces of at most so many characters, cut between lines where it can be, and never inside an `&amp;` or `<@…>`. */
export function inPieces(text: string, atMost: number): readonly string[] {
  if (text.length <= atMost) return [text];
  const head = text.slice(0, atMost);
  const whole = head.replace(/(&[a-z]{0,3}|<[^>]*|[\uD800-\uDBFF])$/, "") || head;
  // The spaces inside `<!date^…>` and the words of a link are no place to cut.
  const outside = whole.replace(/<[^>]*>/g, ({ length }) => "x".repeat(length));
  const line = outside.lastIndexOf("\n");
  const word = outside.lastIndexOf(" ");
  const cut = line > atMost / 2 ? line : word > atMost / 2 ? word : whole.length;
  const quote = text.slice(0, cut).split("\n").at(-1)?.startsWith("> ") && text[cut] !== "\n" ? "> " : "";
  return [text.slice(0, cut), ...inPieces(quote + text.slice(cut).replace(/^[\n ]/, ""), atMost)];
}
