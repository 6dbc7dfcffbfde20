import type { BlockAction } from "@slack/bolt";
import { isChannelId, memberId } from "../domain/ids.ts";
import type { Presser } from "./role-for.ts";

/** Who pressed a button, and in which channel; a window that was opened from a channel says so itself. */
export function presserOf({ user, channel, view }: Pick<BlockAction, "user" | "channel" | "view">): Presser {
  const carried = view?.private_metadata;
  return { member: memberId(user.id), channel: channel?.id ?? (isChannelId(carried) ? carried : undefined) };
}

/** Whether it was pressed where only this person looks: in a direct message, or in a window. */
export const isPrivate = ({ channel, view }: Pick<BlockAction, "channel" | "view">): boolean =>
  view !== undefined || channel?.id.startsWith("D") === true;
