import type { WebClient } from "@slack/web-api";
import { slackError } from "../../activities/slack/slack-failure.ts";
import { isMemberId } from "../../domain/ids.ts";
import manifest from "../../slack-manifest.json" with { type: "json" };
import type { Finding } from "./finding.ts";

const PASTE_MANIFEST = "Paste slack-manifest.json as the app's manifest, and install the app again.";

interface Places {
  readonly mentors: string;
  /** A person, or a channel. */
  readonly coordinator: string;
}

/** Whether Slack takes the token, the app has its scopes, and the bot is in the mentors' channel and the coordinators'. */
export async function checkSlack(slack: WebClient, { mentors, coordinator }: Places): Promise<readonly Finding[]> {
  try {
    const { response_metadata: { scopes } = {} } = await slack.auth.test();
    return [
      ...missingScopes(scopes),
      ...(await checkChannel(slack, mentors)),
      ...(isMemberId(coordinator) ? [] : await checkCoordinators(slack, coordinator)),
    ];
  } catch (error) {
    const reason = slackError(error);
    return [
      reason === undefined
        ? { what: "Slack cannot be reached.", remedy: "Look at slack-status.com; check SLACK_API_URL." }
        : {
            what: `Slack refuses the token (${reason}).`,
            remedy: "Install the app again, and set SLACK_BOT_TOKEN to its Bot User OAuth Token.",
          },
    ];
  }
}

/** Slack names the scopes in a header of its answers; without it there is nothing to compare. */
function missingScopes(granted: readonly string[] | undefined): readonly Finding[] {
  if (!granted) return [];
  const missing = manifest.oauth_config.scopes.bot.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return [];
  return [
    {
      what: `The app lacks the scopes ${missing.join(", ")}.`,
      remedy: "At api.slack.com/apps, App Manifest, paste slack-manifest.json; then install the app again.",
    },
  ];
}

/** Whoever is in it acts as a coordinator, so it has to be seen who that is. */
async function checkCoordinators(slack: WebClient, channel: string): Promise<readonly Finding[]> {
  try {
    await slack.conversations.members({ channel, limit: 1 });
    return [];
  } catch (error) {
    const reason = slackError(error) ?? "no answer";
    return [
      {
        what: `The bot cannot see who is in the coordinators' channel (${reason}).`,
        remedy: OF_COORDINATORS[reason] ?? `Look up ${reason} at docs.slack.dev, conversations.members.`,
      },
    ];
  }
}

const OF_COORDINATORS: { readonly [error: string]: string } = {
  channel_not_found: "Set SLACK_COORDINATOR to the channel's id, and type /invite @Muster in the channel.",
  missing_scope: `${PASTE_MANIFEST} If nothing changes, the channel is public: make it private, since whoever joins it is a coordinator.`,
};

const OF_CHANNEL: { readonly [error: string]: string } = {
  channel_not_found: "Set SLACK_MENTORS_CHANNEL to the channel's id, and type /invite @Muster in the channel.",
  not_in_channel: "Type /invite @Muster in the channel.",
  missing_scope: PASTE_MANIFEST,
};

async function checkChannel(slack: WebClient, channel: string): Promise<readonly Finding[]> {
  try {
    await slack.conversations.history({ channel, limit: 1 });
    return [];
  } catch (error) {
    const reason = slackError(error) ?? "no answer";
    return [
      {
        what: `The bot cannot read the mentors' channel (${reason}).`,
        remedy: OF_CHANNEL[reason] ?? `Look up ${reason} at docs.slack.dev, conversations.history.`,
      },
    ];
  }
}
