import type { WebClient } from "@slack/web-api";
import { log } from "@temporalio/activity";
import { z } from "zod";
import type { MemberId } from "../../domain/ids.ts";
import { slackError } from "./slack-failure.ts";

const answer = z.object({
  user: z.object({
    real_name: z.string().optional(),
    tz: z.string().optional(),
    tz_offset: z.number().optional(),
    profile: z.object({ email: z.string().optional() }).optional(),
  }),
});

/** What somebody's profile in Slack says of them. */
export interface Profile {
  readonly realName?: string;
  /** An IANA zone. */
  readonly timeZone?: string;
  /** Minutes east of UTC. */
  readonly utcOffset?: number;
  /** To find their row; it goes into no log, and into no workflow. */
  readonly email?: string;
}

/** Empty when Slack will not tell of this person; throws when it does not answer. */
export async function profileOf(slack: WebClient, member: MemberId): Promise<Profile> {
  try {
    const { user } = answer.parse(await slack.users.info({ user: member }));
    return {
      ...(user.real_name && { realName: user.real_name }),
      ...(user.tz && { timeZone: user.tz }),
      ...(user.tz_offset !== undefined && { utcOffset: user.tz_offset / 60 }),
      ...(user.profile?.email && { email: user.profile.email }),
    };
  } catch (error) {
    const reason = slackError(error);
    if (reason === undefined) throw error;
    log.info("a profile in Slack cannot be read; what it would say is left out", { reason });
    return {};
  }
}
