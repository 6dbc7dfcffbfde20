import type { Slack } from "../slack.ts";
import type { SlackMessage } from "../slack-message.ts";
import type { Body } from "./method.ts";

/** A message as the API and payloads show it. https://docs.slack.dev/reference/events/message */
export function shownMessage(slack: Slack, message: SlackMessage, withMetadata = true): Body {
  const { channel: _channel, seq: _seq, updatedSeq: _updatedSeq, metadata, ...shown } = message;
  return {
    type: "message",
    ...shown,
    team: slack.team.id,
    ...(message.bot_id === undefined ? {} : { app_id: slack.app().id }),
    ...(metadata && withMetadata ? { metadata } : {}),
    ...(message.thread_ts === message.ts ? threadFacts(slack, message) : {}),
  };
}

function threadFacts(slack: Slack, { channel, ts }: SlackMessage): Body {
  const replies = repliesTo(slack, channel, ts);
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

export const repliesTo = (slack: Slack, channel: string, ts: string): readonly SlackMessage[] =>
  slack.workspace.messages.in(channel).filter((message) => message.thread_ts === ts && message.ts !== ts);
