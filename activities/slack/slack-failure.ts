import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import { ApplicationFailure } from "@temporalio/activity";

/** What only staff can mend is tried again this seldom. */
const NEEDS_STAFF = "10 minutes";

/** What Slack says about a person rather than about us. https://docs.slack.dev/reference/methods/conversations.open#errors */
const CANNOT_BE_REACHED = new Set([
  "user_not_found",
  "user_disabled",
  "user_not_visible",
  "users_not_found",
  "user_is_restricted",
  "user_not_in_channel",
  "cannot_dm_bot",
  "restricted_action",
  "messages_tab_disabled",
]);

const REMEDIES: { readonly [error: string]: string } = {
  invalid_auth: "set SLACK_BOT_TOKEN to the app's Bot User OAuth Token",
  not_authed: "set SLACK_BOT_TOKEN to the app's Bot User OAuth Token",
  token_revoked: "install the app again, and set SLACK_BOT_TOKEN to its new token",
  account_inactive: "install the app again, and set SLACK_BOT_TOKEN to its new token",
  missing_scope: "add the missing scope to the app, and install it again",
  channel_not_found: "set SLACK_MENTORS_CHANNEL to the channel's id, and invite the app to the channel",
  not_in_channel: "invite the app to the channel",
  is_archived: "unarchive the channel, or set SLACK_MENTORS_CHANNEL to another one and invite the app",
};

/** Slack's own name for what is wrong ("channel_not_found"), when it answered with one. */
export function slackError(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** Slack's reason, when a message cannot be brought to this person and no retry will change that. */
export function cannotBeReached(error: unknown): string | undefined {
  const reason = slackError(error);
  return reason !== undefined && CANNOT_BE_REACHED.has(reason) ? reason : undefined;
}

/** What a failed call means for Temporal: always worth another try, sooner or later. */
export function slackFailure(error: unknown, tried: string): Error {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof WebAPIRateLimitedError) {
    const nextRetryDelay = error.retryAfter * 1000;
    const message = `Slack: ${tried} came too often; tried again in ${error.retryAfter} s, as Slack asks.`;
    return ApplicationFailure.create({ type: "slack: too many calls", message, nextRetryDelay });
  }
  const reason = slackError(error);
  if (reason !== undefined) {
    const remedy = REMEDIES[reason] ?? "see this error at docs.slack.dev under the method's name";
    const message = `Slack: ${tried} was refused (${reason}): ${remedy}.`;
    return ApplicationFailure.create({ type: `slack: ${reason}`, message, nextRetryDelay: NEEDS_STAFF });
  }
  const name = error instanceof Error ? error.name : typeof error;
  const message = `Slack: ${tried} had no usable answer (${name}); tried again soon.`;
  return ApplicationFailure.create({ type: "slack: no answer", message });
}
