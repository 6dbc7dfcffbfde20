import type { WebClient } from "@slack/web-api";
import { log } from "@temporalio/activity";
import type { Card } from "../../domain/card.ts";
import type { Posted } from "../../domain/request.ts";
import { card as cardWords } from "../../domain/wording/to-mentors.ts";
import { blocksOf } from "./blocks-of.ts";
import { slackError, slackFailure } from "./slack-failure.ts";

/** Draws a card in the mentors' channel as the request is now. Twice is harmless. */
export const drawCard =
  ({ slack }: { readonly slack: WebClient }) =>
  async ({ post, card }: { readonly post: Posted; readonly card: Card }): Promise<void> => {
    try {
      await slack.chat.update({ channel: post.channel, ts: post.ts, ...blocksOf(cardWords(card), card.id) });
    } catch (error) {
      if (slackError(error) !== "message_not_found") throw slackFailure(error, "the redrawing of a card");
      log.warn("a card was deleted in Slack; it cannot be redrawn", { request: card.id });
    }
  };
