import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { slackError } from "../../activities/slack/slack-failure.ts";
import type { MemberId } from "../../domain/ids.ts";

const profile = z.object({ user: z.object({ profile: z.object({ email: z.string().optional() }).optional() }) });

/** The address in their profile; none when Slack will not tell, as of somebody who has left. It is written down nowhere. */
export async function emailOf(slack: WebClient, member: MemberId): Promise<string | undefined> {
  try {
    return profile.parse(await slack.users.info({ user: member })).user.profile?.email;
  } catch (error) {
    if (slackError(error) === undefined) throw error;
    return undefined;
  }
}
