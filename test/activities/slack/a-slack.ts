import type { WebClient } from "@slack/web-api";
import { expect, onTestFinished } from "vitest";
import { openSlack } from "../../../activities/slack/slack.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { slackSeed } from "../../../local/seed/slack-seed.ts";
import { type SlackSimulator, startSlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";

/** The programme's workspace on a simulator of its own, and our own client. Odd calls fail the test at its end. */
export async function aSlack(): Promise<{ readonly slack: SlackSimulator; readonly client: WebClient }> {
  const slack = await startSlackSimulator({ seed: slackSeed() });
  onTestFinished(async () => {
    await slack.close();
    expect(slack.problems).toEqual([]);
  });
  return { slack, client: openSlack({ botToken: LOCAL.botToken, apiUrl: slack.apiUrl }) };
}
