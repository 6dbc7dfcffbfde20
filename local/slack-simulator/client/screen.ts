import type { EphemeralMessage, SlackMessage } from "../slack-message.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { HomeView, OpenView } from "../slack-view.ts";
import type { Channel } from "../workspace/channels.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** All that one person can see in Slack's client. */
export interface Screen {
  readonly user: SeedUser;
  /** Those they are in, with every message; replies stand among the others. */
  readonly channels: readonly (Channel & { readonly messages: readonly SlackMessage[] })[];
  /** What only they see, and has not gone yet. */
  readonly ephemerals: readonly EphemeralMessage[];
  /** The modals on their screen; the last is the one they see. */
  readonly views: readonly OpenView[];
  readonly home?: HomeView;
}

/** Throws when there is no such person. */
export function screenOf(workspace: Workspace, userId: string): Screen {
  const user = workspace.people.get(userId);
  const home = workspace.home(userId);
  return {
    user,
    channels: workspace.channels
      .all()
      .filter(({ members }) => members.includes(userId))
      .map((channel) => ({ ...channel, messages: workspace.messages.in(channel.id) })),
    ephemerals: workspace.messages.ephemerals().filter((one) => one.user === userId && !one.gone),
    views: workspace.views.of(userId),
    ...(home && { home }),
  };
}
