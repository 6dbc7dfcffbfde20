import type { BlockAction } from "@slack/bolt";
import { isChannelId, memberId } from "../domain/ids.ts";
import type { Presser } from "./role-for.ts";

/** Who pressed a button, and in which channel; a window that was opened from a channel says so itself. */
export function presserOf({ user, channel, view }: Pick<BlockAction, "user" | "channel" | "view">): Presser {
  const carried = view?.private_metadata;
  return { member: memberId(user.id), channel: channel?.id ?? (isChannelId(carried) ? carried : undefined) };
}
