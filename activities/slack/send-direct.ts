import type { WebClient } from "@slack/web-api";
import type { Delivery } from "../../domain/delivered.ts";
import type { MemberId } from "../../domain/ids.ts";
import type { Audience } from "../../domain/outbox.ts";
import type { Words } from "../../domain/wording/words.ts";
import { blocksOf } from "./blocks-of.ts";
import { directChannel } from "./direct-channel.ts";
import { postOnce } from "./post-once.ts";
import { type Marked, markOf } from "./sending.ts";
import { cannotBeReached, slackFailure } from "./slack-failure.ts";

export interface Direct {
  readonly to: MemberId;
  readonly audience: Audience | "volunteer";
  readonly words: Words;
}

/** Sends one person a direct message, once. That they cannot be reached is an answer, not an error. */
export async function sendDirect(
  slack: WebClient,
  sending: Marked,
  { to, audience, words }: Direct,
): Promise<Delivery> {
  try {
    const channel = await directChannel(slack, to);
    const mark = markOf(sending, audience);
    const { ts } = await postOnce(slack, { channel, ...blocksOf(words, sending.id), mark }, sending.maybeSent);
    return { delivered: { channel, ts } };
  } catch (error) {
    const because = cannotBeReached(error);
    if (because !== undefined) return { unreachable: to, because };
    throw slackFailure(error, `the message "${sending.step}" to the ${audience}`);
  }
}
