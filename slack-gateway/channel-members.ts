import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { MINUTE } from "../domain/duration.ts";
import { type ChannelId, isMemberId, type MemberId } from "../domain/ids.ts";
import type { Log } from "./requests.ts";

const FRESH_MS = 3 * MINUTE;
const AGAIN_AFTER_FAILURE_MS = MINUTE / 2;
/** Slack recommends 200 at most. https://docs.slack.dev/reference/methods/conversations.members */
const PAGE = 200;

/** Who is in a channel, at hand at once. */
export interface ChannelMembers {
  /** By the last look, however old; nobody until there was one. */
  in(channel: ChannelId): readonly MemberId[];
  /** Looks anew, unless it did so a few minutes ago. Never throws: whoever was seen stays. */
  refresh(channel: ChannelId): Promise<void>;
}

export function channelMembers(slack: WebClient, log: Log): ChannelMembers {
  let seen: { readonly channel: ChannelId; readonly members: readonly MemberId[] } | undefined;
  let fresh: { readonly channel: ChannelId; readonly until: number } | undefined;
  let looking: Promise<void> | undefined;

  const look = async (channel: ChannelId): Promise<void> => {
    try {
      const members: MemberId[] = [];
      for await (const page of slack.paginate("conversations.members", { channel, limit: PAGE })) {
        members.push(...((page as { members?: readonly unknown[] }).members ?? []).filter(isMemberId));
      }
      seen = { channel, members };
      fresh = { channel, until: Date.now() + FRESH_MS };
    } catch (error) {
      log.warn(
        `who is in ${channel} could not be seen (${error instanceof WebAPIPlatformError ? error.data.error : "no answer"}); whoever was seen there before counts. \`npm run doctor\` says what to do`,
        error,
      );
      fresh = { channel, until: Date.now() + AGAIN_AFTER_FAILURE_MS };
    } finally {
      looking = undefined;
    }
  };

  return {
    in: (channel) => (seen?.channel === channel ? seen.members : []),
    async refresh(channel) {
      if (fresh?.channel === channel && Date.now() < fresh.until) return;
      looking ??= look(channel);
      await looking;
    },
  };
}
