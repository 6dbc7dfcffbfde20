import { ApplicationFailure } from "@temporalio/activity";
import type { Delivery } from "../../domain/delivered.ts";
import type { MemberId } from "../../domain/ids.ts";
import { bump, lateMention } from "../../domain/wording/to-mentors.ts";
import type { Words } from "../../domain/wording/words.ts";
import { findMentors, type Matching, mentorsIfKnown } from "../find-mentors.ts";
import { asOfThisAttempt } from "./as-of-this-attempt.ts";
import { blocksOf } from "./blocks-of.ts";
import { linkTo } from "./links.ts";
import { postOnce } from "./post-once.ts";
import { markedWith, mentionedIn, type PostSources } from "./post-request.ts";
import { markOf, type Sending } from "./sending.ts";
import { slackFailure } from "./slack-failure.ts";

type Reply = Sending & { readonly matching: Matching };

/**
 * Shows mentors that a request is still unclaimed: a reply below its card, also sent to the channel, mentioning the next
 * ones. Where there is no card any more, it carries the buttons itself.
 */
export const bumpPost =
  (sources: PostSources) =>
  async (reply: Reply): Promise<Delivery> => {
    const { briefing, matching } = reply;
    try {
      const mentioned = await mentorsIfKnown(sources, briefing, matching);
      const card = await linkToCard(sources, reply);
      return await replyBelow(sources, reply, {
        words: bump(asOfThisAttempt(briefing), mentioned === "unknown" ? [] : mentioned, card),
        mentioned,
        alsoInChannel: true,
        card,
      });
    } catch (error) {
      throw slackFailure(error, "the bump in the mentors' channel");
    }
  };

/** Mentions the mentors who match below a card that went out without mentions, once their records can be read. */
export const mentionMentors =
  (sources: PostSources) =>
  async (reply: Reply): Promise<Delivery> => {
    try {
      const mentioned = await findMentors(sources, reply.briefing, reply.matching);
      if (mentioned.length === 0) return { delivered: cardBelow(reply), mentioned };
      const card = await linkToCard(sources, reply);
      const words = card ? lateMention(mentioned) : bump(asOfThisAttempt(reply.briefing), mentioned);
      return await replyBelow(sources, reply, { words, mentioned, alsoInChannel: false, card });
    } catch (error) {
      throw slackFailure(error, "the mentions in the mentors' channel");
    }
  };

interface Below {
  readonly words: Words;
  readonly mentioned: readonly MemberId[] | "unknown";
  readonly alsoInChannel: boolean;
  /** The link to the card; without one it is said in the channel itself. */
  readonly card: string | undefined;
}

async function replyBelow(
  { slack, people }: PostSources,
  reply: Reply,
  { words, mentioned, alsoInChannel: isReplyShown, card }: Below,
): Promise<Delivery> {
  const { ts } = cardBelow(reply);
  const [channel, thread, alsoInChannel] = card
    ? [cardBelow(reply).channel, ts, isReplyShown]
    : [people.mentorsChannel, undefined, false];
  const mark = { ...markOf(reply, "mentors"), mentioned: markedWith(mentioned) };
  const posting = { channel, thread, alsoInChannel, ...blocksOf(words, reply.briefing.id), mark };
  const { ts: postedAs, mentioned: marked } = await postOnce(slack, posting, reply.maybeSent);
  return { delivered: { channel, ts: postedAs }, mentioned: mentionedIn(marked) };
}

/** Undefined when mentors do not see the card any more: it was deleted, or another channel is theirs now. */
async function linkToCard({ slack, people }: PostSources, reply: Reply): Promise<string | undefined> {
  const card = cardBelow(reply);
  return card.channel === people.mentorsChannel ? linkTo(slack, card) : undefined;
}

function cardBelow({ briefing: { post, id } }: Reply) {
  if (post) return post;
  throw ApplicationFailure.create({
    type: "muster: no card",
    message: `There is no card of ${id} in the mentors' channel to reply to; tried again when there is one.`,
  });
}
