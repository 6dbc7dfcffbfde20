import type { Card } from "../../domain/card.ts";
import type { Delivery } from "../../domain/delivered.ts";
import { isMemberId, type MemberId } from "../../domain/ids.ts";
import { card as cardWords } from "../../domain/wording/to-mentors.ts";
import type { People } from "../../workflows/contract.ts";
import { type Matching, type MentorSources, mentorsIfKnown } from "../find-mentors.ts";
import { blocksOf } from "./blocks-of.ts";
import { findPosted, postOnce } from "./post-once.ts";
import { markOf, type Sending } from "./sending.ts";
import { slackFailure } from "./slack-failure.ts";

export type PostSources = MentorSources & { readonly people: People };

export interface CardSending extends Sending {
  readonly card: Card;
  readonly matching: Matching;
}

/**
 * Posts the card in the mentors' channel, with mentions of the mentors who match. While their records cannot be read it
 * is posted without, and says so in what it returns.
 */
export const postRequest =
  (sources: PostSources) =>
  async (sending: CardSending): Promise<Delivery> => {
    const { card, briefing, matching, maybeSent } = sending;
    try {
      if (sending.onlyLook) return await leftBehind(sources, sending);
      const mentioned = await mentorsIfKnown(sources, briefing, matching);
      const names = mentioned === "unknown" ? [] : mentioned;
      const posting = {
        channel: sources.people.mentorsChannel,
        ...blocksOf(cardWords({ ...card, mentioned: names }), card.id),
        mark: { ...markOf(sending, "mentors"), mentioned: markedWith(mentioned) },
      };
      const { channel, ts, mentioned: marked } = await postOnce(sources.slack, posting, maybeSent);
      return { delivered: { channel, ts }, mentioned: mentionedIn(marked) };
    } catch (error) {
      throw slackFailure(error, "the post in the mentors' channel");
    }
  };

async function leftBehind({ slack, people }: PostSources, sending: Sending): Promise<Delivery> {
  const found = await findPosted(slack, { channel: people.mentorsChannel, mark: markOf(sending, "mentors") });
  if (!found) return { overtaken: true };
  return { delivered: { channel: found.channel, ts: found.ts }, mentioned: mentionedIn(found.mentioned) };
}

/** Who is mentioned, as a message's mark has it. */
export function mentionedIn(marked = ""): readonly MemberId[] | "unknown" {
  return marked === "unknown" ? marked : marked.split(" ").filter(isMemberId);
}

export function markedWith(mentioned: readonly MemberId[] | "unknown"): string {
  return mentioned === "unknown" ? mentioned : mentioned.join(" ");
}
