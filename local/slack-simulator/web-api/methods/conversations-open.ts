import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { flag, ids, optionalText } from "../arguments.ts";
import { directMessage, visibleChannel } from "../channel-access.ts";
import { method } from "../method.ts";
import { shownChannel } from "../shown-channel.ts";

/** Direct messages with one person only; those with several (mpim) are not simulated. */
export const conversationsOpen = method({
  name: "conversations.open",
  tier: 3,
  scopes: ["im:write", "mpim:write"],
  args: z.object({ users: ids, channel: optionalText, return_im: flag }),
  run: (slack, { users, channel: channelId, return_im }) => {
    const [user, ...more] = users;
    if (channelId === undefined && user === undefined) throw new SlackError("users_list_not_supplied");
    if (more.length > 0) throw new SlackError("method_not_supported_for_channel_type");
    if (user !== undefined && slack.workspace.people.find(user)?.deactivated) throw new SlackError("user_disabled");
    const known = user === undefined ? undefined : slack.workspace.channels.dmWith(user);
    const channel =
      user === undefined ? visibleChannel(slack, channelId ?? "") : directMessage(slack, user, "user_not_found");
    return {
      channel: return_im ? shownChannel(slack, channel) : { id: channel.id },
      ...(known ? { no_op: true, already_open: true } : {}),
    };
  },
});
