import { WebClient } from "@slack/web-api";

export interface SlackSettings {
  readonly botToken: string;
  /** https://slack.com/api/ unless the programme runs on one machine. */
  readonly apiUrl: string;
}

/** Below an activity's start-to-close time, so that the answer still reaches Temporal. */
const TIMEOUT_MS = 8_000;

/**
 * Slack's Web API without any retries of its own: posting is not idempotent there, and a call that is retried after its
 * answer was lost posts twice. Temporal retries, and `post-once.ts` looks before it posts again.
 */
export function openSlack({ botToken, apiUrl }: SlackSettings): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    allowAbsoluteUrls: false,
  });
}
