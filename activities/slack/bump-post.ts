import { ApplicationFailure } from "@temporalio/activity";
import type { Delivery } from "../../domain/delivered.ts";
import type { MemberId } from "../../domain/ids.ts";
import { bump, lateMention } from "../../domain/wording/to-mentors.ts";
import type { Words } from "../../domain/wording/words.ts";
import { findMentors, type Matching, mentorsIfKnown } from "../find-mentors.ts";
import { blocksOf } from "./blocks-of.ts";
import { linkTo } from "./links.ts";
import { postOnce } from "./post-once.ts";
import { markedWith, mentionedIn, type PostSources } from "./post-request.ts";
import { markOf, type Sending } from "./sending.ts";
import { slackFailure } from "./slack-failure.ts";

type Reply = Sending & { readonly matching: Matching };

/** Shows mentors that a request is still unclaimed: a reply below its card, also sent to the channel, mentioning the next ones. */
export const bumpPost =
  (sources: PostSources) =>
  async (reply: Reply): Promise<Delivery> => {
    const { briefing, matching } = reply;
    try {
      const mentioned = await mentorsIfKnown(sources, briefing, matching);
      const link = await linkTo(sources.slack, cardBelow(reply));
      return await replyBelow(sources, reply, {
        words: bump(briefing, mentioned === "unknown" ? [] : mentioned, link),
        mentioned,
        alsoInChannel: true,
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
      return await replyBelow(sources, reply, { words: lateMention(mentioned), mentioned, alsoInChannel: false });
    } catch (error) {
      throw slackFailure(error, "the mentions in the mentors' channel");
    }
  };

async function replyBelow(
  { slack }: PostSources,
  reply: Reply,
  {
    words,
    mentioned,
    alsoInChannel,
  }: { words: Words; mentioned: readonly MemberId[] | "unknown"; alsoInChannel: boolean },
): Promise<Delivery> {
  const { channel, ts: thread } = cardBelow(reply);
  const mark = { ...markOf(reply, "mentors"), mentioned: markedWith(mentioned) };
  const posting = { channel, thread, alsoInChannel, ...blocksOf(words, reply.briefing.id), mark };
  const { ts, mentioned: marked } = await postOnce(slack, posting, reply.maybeSent);
  return { delivered: { channel, ts }, mentioned: mentionedIn(marked) };
}

function cardBelow({ briefing: { post, id } }: Reply) {
  if (post) return post;
  throw ApplicationFailure.create({
    type: "muster: no card",
    message: `There is no card of ${id} in the mentors' channel to reply to; tried again when there is one.`,
  });
}
