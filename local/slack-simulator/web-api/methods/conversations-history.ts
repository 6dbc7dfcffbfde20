import { z } from "zod";
import { flag, limit, optionalText, text, timestamp } from "../arguments.ts";
import { readableChannel } from "../channel-access.ts";
import { method } from "../method.ts";
import { page } from "../page.ts";
import { shownMessage } from "../shown-message.ts";
import { between } from "../time-range.ts";

/** Newest first. Replies are left out, unless they were broadcast to the channel. */
export const conversationsHistory = method({
  name: "conversations.history",
  tier: 3,
  scopes: ["channels:history", "groups:history", "im:history", "mpim:history"],
  args: z.object({
    channel: text,
    oldest: timestamp,
    latest: timestamp,
    inclusive: flag,
    limit: limit(100, 999),
    cursor: optionalText,
    include_all_metadata: flag,
  }),
  run: (slack, { channel: channelId, cursor, limit: most, include_all_metadata, ...range }) => {
    const channel = readableChannel(slack, channelId);
    const all = slack.workspace.messages
      .in(channel.id)
      .filter(
        ({ ts, thread_ts, subtype }) => thread_ts === undefined || thread_ts === ts || subtype === "thread_broadcast",
      )
      .filter(between(range))
      .reverse();
    const { items, next } = page(all, ({ ts }) => ts, { cursor, limit: most });
    return {
      messages: items.map((message) => shownMessage(slack, message, include_all_metadata)),
      has_more: items.at(-1) !== all.at(-1),
      pin_count: 0,
      ...next,
    };
  },
});
