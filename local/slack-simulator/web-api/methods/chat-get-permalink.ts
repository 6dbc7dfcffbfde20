import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { text } from "../arguments.ts";
import { visibleChannel } from "../channel-access.ts";
import { method } from "../method.ts";

export const chatGetPermalink = method({
  name: "chat.getPermalink",
  tier: "special",
  scopes: [],
  args: z.object({ channel: text, message_ts: text }),
  run: (slack, { channel: channelId, message_ts: ts }) => {
    const channel = visibleChannel(slack, channelId);
    const message = slack.workspace.messages.existing(channel.id, ts);
    if (!message) throw new SlackError("message_not_found");
    const inThread = message.thread_ts !== undefined && message.thread_ts !== ts;
    const thread = inThread ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : "";
    return {
      channel: channel.id,
      permalink: `https://${slack.team.domain}.slack.com/archives/${channel.id}/p${ts.replace(".", "")}${thread}`,
    };
  },
});
