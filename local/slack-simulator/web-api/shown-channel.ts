import type { Slack } from "../slack.ts";
import type { Channel } from "../workspace/channels.ts";
import { isMember } from "./channel-access.ts";
import type { Body } from "./method.ts";

/** https://docs.slack.dev/reference/objects/conversation-object */
export function shownChannel(slack: Slack, channel: Channel): Body {
  const { id, kind, name, created, isArchived, user } = channel;
  const common = {
    id,
    created,
    is_archived: isArchived,
    is_im: kind === "im",
    is_mpim: false,
    context_team_id: slack.team.id,
  };
  if (kind === "im")
    return { ...common, user, is_user_deleted: slack.workspace.people.find(user ?? "")?.deactivated ?? false };
  return {
    ...common,
    name,
    name_normalized: name,
    is_channel: kind === "public",
    is_group: kind === "private",
    is_private: kind === "private",
    is_general: false,
    is_member: isMember(slack, channel),
    num_members: channel.members.length,
    topic: { value: "", creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
  };
}
