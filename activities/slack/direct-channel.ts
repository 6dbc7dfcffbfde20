import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { type ChannelId, channelId, type MemberId } from "../../domain/ids.ts";

const opened = z.object({ channel: z.object({ id: z.string() }) });

/** The direct messages with this person. Opening them twice gives the same. */
export async function directChannel(slack: WebClient, member: MemberId): Promise<ChannelId> {
  const answer = await slack.conversations.open({ users: member });
  return channelId(opened.parse(answer).channel.id);
}
