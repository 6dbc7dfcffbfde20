import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { optionalText, text } from "../arguments.ts";
import { writableChannel } from "../channel-access.ts";
import { contentArguments, wholeContent } from "../content.ts";
import { method } from "../method.ts";
import { threadOf } from "./chat-post-message.ts";

export const chatPostEphemeral = method({
  name: "chat.postEphemeral",
  tier: 4,
  scopes: ["chat:write"],
  args: z.object({ ...contentArguments, channel: text, user: text, thread_ts: optionalText }),
  run: (slack, { channel: channelId, user, thread_ts, ...given }) => {
    const channel = writableChannel(slack, channelId);
    const { metadata: _neverKept, ...content } = wholeContent(given);
    if (!channel.members.includes(user)) throw new SlackError("user_not_in_channel");
    const { ts } = slack.workspace.showEphemeral({
      ...content,
      channel: channel.id,
      user,
      via: "chat.postEphemeral",
      ...(thread_ts === undefined ? {} : { thread_ts: threadOf(slack, { channel: channel.id, ts: thread_ts }) }),
    });
    return { message_ts: ts };
  },
});
