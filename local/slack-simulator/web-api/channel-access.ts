import type { Slack } from "../slack.ts";
import { SlackError } from "../slack-error.ts";
import type { Channel } from "../workspace/channels.ts";
import { needOneOf } from "./method.ts";

const SCOPE_PREFIX = { public: "channels", private: "groups", im: "im" } as const;

export const isMember = (slack: Slack, channel: Channel): boolean => channel.members.includes(slack.app().botUserId);

/**
 * The channel, if the app may know of it.
 * @throws channel_not_found, also for a private channel that the app is not in
 */
export function visibleChannel(slack: Slack, id: string): Channel {
  const name = id.replace(/^#/, "");
  const channel =
    slack.workspace.channels.find(id) ??
    slack.workspace.channels.all().find((one) => one.kind !== "im" && one.name === name);
  if (!channel || (channel.kind !== "public" && !isMember(slack, channel))) throw new SlackError("channel_not_found");
  return channel;
}

/**
 * A channel to read messages from.
 * @throws missing_scope, not_in_channel
 */
export function readableChannel(slack: Slack, id: string): Channel {
  const channel = visibleChannel(slack, id);
  needOneOf([`${SCOPE_PREFIX[channel.kind]}:history`], slack.app().scopes);
  if (!isMember(slack, channel)) throw new SlackError("not_in_channel");
  return channel;
}

/** @throws missing_scope */
export function knownChannel(slack: Slack, id: string): Channel {
  const channel = visibleChannel(slack, id);
  needOneOf([`${SCOPE_PREFIX[channel.kind]}:read`], slack.app().scopes);
  return channel;
}

/**
 * A channel to write to. A user id stands for the app's direct message with them.
 * @throws not_in_channel, is_archived, cannot_dm_bot, user_disabled, restricted_action
 */
export function writableChannel(slack: Slack, id: string): Channel {
  const channel = /^[UW]/.test(id) ? directMessage(slack, id, "channel_not_found") : visibleChannel(slack, id);
  const publicly = channel.kind === "public" && slack.app().scopes.includes("chat:write.public");
  if (!isMember(slack, channel) && !publicly) throw new SlackError("not_in_channel");
  if (channel.isArchived) throw new SlackError("is_archived");
  refuseUnwelcome(slack, channel);
  return channel;
}

/**
 * The app's direct message with this person. One that exists stays open when they are deactivated, and takes
 * messages that nobody will read: https://github.com/slackapi/python-slack-sdk/issues/1156
 */
export function directMessage(slack: Slack, userId: string, unknownUser: string): Channel {
  const user = slack.workspace.people.find(userId);
  if (!user) throw new SlackError(unknownUser);
  if (user.isBot) throw new SlackError("cannot_dm_bot");
  const open = slack.workspace.channels.dmWith(userId);
  if (open) return open;
  if (user.deactivated) throw new SlackError("user_disabled");
  return slack.workspace.dmWith(userId, slack.app().botUserId);
}

function refuseUnwelcome(slack: Slack, { user: userId }: Channel): void {
  const refusal = userId === undefined ? undefined : slack.workspace.people.find(userId)?.refusesDms;
  if (refusal) throw new SlackError(refusal === true ? "restricted_action" : refusal);
}
