import { z } from "zod";
import { memberJoined } from "../../person/events.ts";
import { SlackError } from "../../slack-error.ts";
import { ids, text } from "../arguments.ts";
import { isMember, visibleChannel } from "../channel-access.ts";
import { method, needOneOf } from "../method.ts";
import { shownChannel } from "../shown-channel.ts";

const SCOPES = {
  public: ["channels:manage", "channels:write.invites"],
  private: ["groups:write", "groups:write.invites"],
  im: [],
} as const;

/** With several users, one that cannot be invited stops all, as Slack does without `force`. */
export const conversationsInvite = method({
  name: "conversations.invite",
  tier: 3,
  scopes: [...SCOPES.public, ...SCOPES.private],
  args: z.object({ channel: text, users: ids }),
  run: (slack, { channel: channelId, users }) => {
    const channel = visibleChannel(slack, channelId);
    if (channel.kind === "im") throw new SlackError("method_not_supported_for_channel_type");
    needOneOf(SCOPES[channel.kind], slack.app().scopes);
    if (users.length === 0) throw new SlackError("no_user");
    if (channel.isArchived) throw new SlackError("is_archived");
    if (!isMember(slack, channel)) throw new SlackError("not_in_channel");
    const errors = users.flatMap((user) => {
      const error = whyNot(user);
      return error === undefined ? [] : [{ user, ok: false, error }];
    });
    const [first] = errors;
    if (first) throw new SlackError(first.error, { errors });
    for (const user of users) {
      slack.workspace.join(user, slack.workspace.channels.find(channel.id) ?? channel);
      memberJoined(slack, { user, channel: channel.id, inviter: slack.app().botUserId });
    }
    return { channel: shownChannel(slack, slack.workspace.channels.find(channel.id) ?? channel) };

    function whyNot(id: string): string | undefined {
      const user = slack.workspace.people.find(id);
      if (!user) return "user_not_found";
      if (id === slack.app().botUserId) return "cant_invite_self";
      if (user.deactivated) return "cant_invite";
      return channel.members.includes(id) ? "already_in_channel" : undefined;
    }
  },
});
