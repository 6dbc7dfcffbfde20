import type { StateValue } from "../block-kit/state-values.ts";
import type { Slack } from "../slack.ts";

const NAMES_SOMEBODY = new Set(["selected_user", "selected_users"]);
const NAMES_A_CHANNEL = new Set([
  "selected_channel",
  "selected_channels",
  "selected_conversation",
  "selected_conversations",
]);

/** Pickers offer people and channels that exist, and nobody who is deactivated. */
export function refuseStrangers({ workspace }: Slack, value: StateValue): StateValue {
  for (const [field, held] of Object.entries(value)) {
    for (const id of [held].flat()) {
      if (typeof id !== "string") continue;
      const user = workspace.people.find(id);
      if (NAMES_SOMEBODY.has(field) && (!user || user.deactivated)) throw new Error(`The picker offers no user ${id}.`);
      if (NAMES_A_CHANNEL.has(field) && !workspace.channels.find(id) && !user) {
        throw new Error(`The picker offers no channel ${id}.`);
      }
    }
  }
  return value;
}
