import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { flag, limit, optionalText, text, timestamp } from "../arguments.ts";
import { readableChannel } from "../channel-access.ts";
import { method } from "../method.ts";
import { page } from "../page.ts";
import { repliesTo, shownMessage } from "../shown-message.ts";
import { between } from "../time-range.ts";

/** The parent, then its replies, oldest first. The parent is there whatever the time range. */
export const conversationsReplies = method({
  name: "conversations.replies",
  tier: 3,
  scopes: ["channels:history", "groups:history", "im:history", "mpim:history"],
  args: z.object({
    channel: text,
    ts: text,
    oldest: timestamp,
    latest: timestamp,
    inclusive: flag,
    limit: limit(1_000),
    cursor: optionalText,
    include_all_metadata: flag,
  }),
  run: (slack, { channel: channelId, ts, cursor, limit: most, include_all_metadata, ...range }) => {
    const channel = readableChannel(slack, channelId);
    const named = slack.workspace.messages.find(channel.id, ts);
    const parent = named && slack.workspace.messages.find(channel.id, named.thread_ts ?? ts);
    if (!parent) throw new SlackError("thread_not_found");
    const thread = [parent, ...repliesTo(slack, channel.id, parent.ts).filter(between(range))];
    const { items, next } = page(thread, (message) => message.ts, { cursor, limit: most });
    return {
      messages: items.map((message) => shownMessage(slack, message, include_all_metadata)),
      has_more: items.at(-1) !== thread.at(-1),
      ...next,
    };
  },
});
