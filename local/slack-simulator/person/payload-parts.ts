import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { Channel } from "../workspace/channels.ts";

/** Slack still sends a verification token in each payload; nothing should look at it. */
export const VERIFICATION_TOKEN = "unused-verification-token";

type Part = Readonly<Record<string, unknown>>;

/** What every interaction says about where it comes from. https://docs.slack.dev/interactivity/handling-user-interaction#payloads */
export const interactionBy = (slack: Slack, { id, name }: SeedUser): Part => ({
  user: { id, username: name, name, team_id: slack.team.id },
  api_app_id: slack.app().id,
  token: VERIFICATION_TOKEN,
  team: { id: slack.team.id, domain: slack.team.domain },
  enterprise: null,
  is_enterprise_install: false,
});

/** Payloads do not tell the names of private channels. */
export function channelName({ kind, name }: Channel): string {
  switch (kind) {
    case "im":
      return "directmessage";
    case "private":
      return "privategroup";
    case "public":
      return name;
  }
}
