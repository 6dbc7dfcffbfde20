import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { onTestFinished } from "vitest";
import type { SlackSeed } from "../../../local/slack-simulator/slack-seed.ts";
import {
  type SlackSimulator,
  type SlackSimulatorOptions,
  startSlackSimulator,
} from "../../../local/slack-simulator/slack-simulator.ts";

/** Ann and Bob, a public and a private channel, and an app that may do all that is simulated. */
export const SEED: SlackSeed = {
  team: { id: "T1", name: "Acme", domain: "acme" },
  users: [
    { id: "U1", name: "ann", realName: "Ann Lee", email: "ann@acme.test", tz: "Europe/Berlin" },
    { id: "U2", name: "bob", realName: "Bob Ray", email: "bob@acme.test", tz: "America/New_York" },
    { id: "U9", name: "gone", deactivated: true, email: "gone@acme.test" },
  ],
  channels: [
    { id: "C1", name: "general", members: ["U1", "U2", "UAPP"] },
    { id: "C2", name: "secret", isPrivate: true, members: ["U1"] },
    { id: "C3", name: "mentors", isPrivate: true, members: ["U2", "UAPP"] },
    { id: "C4", name: "lobby", members: ["U1"] },
  ],
  app: {
    botToken: "xoxb-simulated",
    appToken: "xapp-simulated",
    signingSecret: "shhh",
    botUserId: "UAPP",
    events: ["app_home_opened", "message.im", "message.channels", "member_joined_channel"],
    scopes: [
      "chat:write",
      "im:write",
      "channels:history",
      "groups:history",
      "im:history",
      "channels:read",
      "groups:read",
      "im:read",
      "channels:join",
      "channels:manage",
      "groups:write",
      "users:read",
      "users:read.email",
    ],
  },
};

/** A simulator that goes when the test does. */
export async function aWorkspace(options: Partial<SlackSimulatorOptions> = {}): Promise<SlackSimulator> {
  const slack = await startSlackSimulator({ seed: SEED, ...options });
  onTestFinished(() => slack.close());
  return slack;
}

export const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

export function aClient(
  slack: SlackSimulator,
  { token = SEED.app.botToken, timeout = 0, retries = 0, rejectRateLimitedCalls = false } = {},
): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries },
    timeout,
    rejectRateLimitedCalls,
    logger: SILENT,
  });
}

/** A real Bolt app over Socket Mode. Listeners are added by `configure`, before it connects. */
export async function anApp(slack: SlackSimulator, configure: (app: App) => void): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: SEED.app.appToken,
    logger: SILENT,
    clientPingTimeout: 100,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    token: SEED.app.botToken,
    receiver,
    logger: SILENT,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  configure(app);
  await app.init();
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}
