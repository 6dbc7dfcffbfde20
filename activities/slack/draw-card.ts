import type { WebClient } from "@slack/web-api";
import { log } from "@temporalio/activity";
import type { Card } from "../../domain/card.ts";
import type { Posted } from "../../domain/request.ts";
import { card as cardWords } from "../../domain/wording/to-mentors.ts";
import type { People } from "../../workflows/contract.ts";
import { blocksOf } from "./blocks-of.ts";
import { slackError, slackFailure } from "./slack-failure.ts";

/** What Slack says of a channel that mentors had before. */
const CLOSED_TO_US = ["channel_not_found", "is_archived", "is_inactive", "not_in_channel"];

/** Draws a card in the mentors' channel as the request is now. Twice is harmless. */
export const drawCard =
  ({ slack, people }: { readonly slack: WebClient; readonly people: People }) =>
  async ({ post, card }: { readonly post: Posted; readonly card: Card }): Promise<void> => {
    try {
      await slack.chat.update({ channel: post.channel, ts: post.ts, ...blocksOf(cardWords(card), card.id) });
    } catch (error) {
      const code = slackError(error) ?? "";
      const isElsewhere = post.channel !== people.mentorsChannel && CLOSED_TO_US.includes(code);
      if (code !== "message_not_found" && !isElsewhere) throw slackFailure(error, "the redrawing of a card");
      log.warn("a card is gone, or in a channel that was given up; it cannot be redrawn", { request: card.id });
    }
  };
