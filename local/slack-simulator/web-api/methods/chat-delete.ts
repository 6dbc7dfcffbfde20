import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { text } from "../arguments.ts";
import { visibleChannel } from "../channel-access.ts";
import { method } from "../method.ts";

export const chatDelete = method({
  name: "chat.delete",
  tier: 3,
  scopes: ["chat:write"],
  args: z.object({ channel: text, ts: text }),
  run: (slack, { channel: channelId, ts }) => {
    const channel = visibleChannel(slack, channelId);
    const message = slack.workspace.messages.existing(channel.id, ts);
    if (!message) throw new SlackError("message_not_found");
    if (message.user !== slack.app().botUserId) throw new SlackError("cant_delete_message");
    slack.workspace.delete(message);
    return { channel: channel.id, ts };
  },
});
