import { z } from "zod";
import type { Slack } from "../../slack.ts";
import { SlackError } from "../../slack-error.ts";
import { flag, optionalText, text } from "../arguments.ts";
import { writableChannel } from "../channel-access.ts";
import { contentArguments, wholeContent } from "../content.ts";
import { method } from "../method.ts";
import { shownMessage } from "../shown-message.ts";

export const chatPostMessage = method({
  name: "chat.postMessage",
  tier: "posting",
  scopes: ["chat:write"],
  args: z.object({ ...contentArguments, channel: text, thread_ts: optionalText, reply_broadcast: flag }),
  run: (slack, { channel: channelId, thread_ts, reply_broadcast: broadcast, ...given }) => {
    const channel = writableChannel(slack, channelId);
    const content = wholeContent(given);
    const { botUserId: user, botId: bot_id } = slack.app();
    const thread = thread_ts === undefined ? undefined : threadOf(slack, { channel: channel.id, ts: thread_ts });
    const message = slack.workspace.post({
      ...content,
      channel: channel.id,
      user,
      bot_id,
      ...(thread === undefined ? {} : { thread_ts: thread, broadcast }),
    });
    return { channel: channel.id, ts: message.ts, message: shownMessage(slack, message) };
  },
});

/** A reply to a reply goes to the same thread; Slack advises against it. */
export function threadOf(slack: Slack, { channel, ts }: { readonly channel: string; readonly ts: string }): string {
  if (!/^\d+\.\d+$/.test(ts)) throw new SlackError("invalid_thread_ts");
  const parent = slack.workspace.messages.find(channel, ts);
  if (!parent) throw new SlackError("thread_not_found");
  if (parent.thread_ts !== undefined && parent.thread_ts !== ts)
    slack.complain(`thread_ts ${ts} is a reply, not a parent`);
  return parent.thread_ts ?? ts;
}
