import { join } from "node:path";
import { App } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import type { Client } from "@temporalio/client";
import type { Read } from "../config/read-settings.ts";
import type { GATEWAY_SETTINGS } from "../config/settings.ts";
import { channelMembers } from "./channel-members.ts";
import { gatewayLog } from "./gateway-log.ts";
import { listenToEverything } from "./listeners/everything.ts";
import { openProgrammeCopy } from "./programme-copy.ts";
import { openTransport } from "./transport.ts";
import { withCoordinatorsChannel } from "./with-coordinators-channel.ts";

export type GatewaySettings = Read<typeof GATEWAY_SETTINGS>;

export interface GatewayParts {
  readonly settings: GatewaySettings;
  readonly client: Client;
  /** Where a line of the log goes. */
  readonly write: (line: string) => void;
}

export interface Gateway {
  /** Whether Slack can reach us at this moment. */
  isConnected(): boolean;
  /** What it keeps of what forms need, how old that is, and whether it could not be renewed. */
  copies(): readonly object[];
  /** Where Slack's requests arrive, when they come over HTTP. */
  readonly port?: number;
  /** Settles when forms can be shown. */
  readonly loaded: Promise<void>;
  /** Takes no new clicks, lets those under way be answered, and closes the socket. */
  stop(): Promise<void>;
}

/** Longer than Slack lets anybody wait, and short enough to answer in time. */
const LISTENER_CLIENT = { timeout: 2_500, retryConfig: { retries: 0 } };

/** What people do in Slack, over whichever transport the settings name. */
export async function startGateway({ settings, client, write }: GatewayParts): Promise<Gateway> {
  const logger = gatewayLog(write);
  const slackApiUrl = settings.SLACK_API_URL;
  const clientOptions = { slackApiUrl, ...LISTENER_CLIENT };
  const copy = await openProgrammeCopy(client, join(settings.DATA_DIR, "programme.json"), logger);
  const members = channelMembers(new WebClient(settings.SLACK_BOT_TOKEN, { ...clientOptions, logger }), logger);
  const programme = withCoordinatorsChannel(copy, members);
  const transport = openTransport(settings, logger);
  const app = new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver: transport.receiver,
    logger,
    deferInitialization: true,
    clientOptions,
  });
  const underway = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const handled = next();
    underway.add(handled);
    await handled.finally(() => underway.delete(handled));
  });
  listenToEverything(app, client, programme);

  // What gets here is the failure of a listener whose event Slack was told of already: there is nobody to answer.
  app.error(async (error) => logger.error("an event could not be dealt with", error));

  await app.init();
  await transport.start(app);
  const stopped = new AbortController();
  const loaded = programme.untilLoaded(stopped.signal);
  return {
    loaded,
    isConnected: () => transport.isConnected(),
    copies: () => [programme.howOld()],
    ...(transport.port !== undefined && { port: transport.port }),
    async stop() {
      stopped.abort();
      await transport.stop(app);
      await Promise.allSettled(underway);
    },
  };
}
