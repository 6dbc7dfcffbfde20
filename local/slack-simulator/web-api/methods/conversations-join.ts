import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { text } from "../arguments.ts";
import { isMember, visibleChannel } from "../channel-access.ts";
import { method } from "../method.ts";
import { shownChannel } from "../shown-channel.ts";

export const conversationsJoin = method({
  name: "conversations.join",
  tier: 3,
  scopes: ["channels:join"],
  args: z.object({ channel: text }),
  run: (slack, { channel: channelId }) => {
    const channel = visibleChannel(slack, channelId);
    if (channel.kind !== "public") throw new SlackError("method_not_supported_for_channel_type");
    if (channel.isArchived) throw new SlackError("is_archived");
    const already = isMember(slack, channel);
    if (!already) slack.workspace.join(slack.app().botUserId, channel);
    return {
      channel: shownChannel(slack, slack.workspace.channels.find(channel.id) ?? channel),
      ...(already ? { warning: "already_in_channel", response_metadata: { warnings: ["already_in_channel"] } } : {}),
    };
  },
});
