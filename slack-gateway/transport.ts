import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type App, HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { GatewaySettings } from "./create-gateway.ts";
import { refuseStrangeBody } from "./refuse-strange-body.ts";
import { EVENTS, refuseStrangeRequest } from "./refuse-strange-request.ts";

/** How Slack reaches us. */
export interface Transport {
  readonly receiver: Receiver;
  start(app: App): Promise<void>;
  stop(app: App): Promise<void>;
  isConnected(): boolean;
  readonly port?: number;
}

export function openTransport(settings: GatewaySettings, logger: Logger): Transport {
  return settings.SLACK_TRANSPORT === "http" ? overHttp(settings, logger) : overSocket(settings, logger);
}

/** While Slack is down the socket is opened again and again, for hours. */
const SOCKET_CLIENT = { retryConfig: { forever: true, maxTimeout: 30_000 } };

/**
 * Socket Mode. The receiver is built by hand, with a client of its own: left to itself Bolt would give its patience with
 * the socket to every call that a listener makes.
 */
function overSocket(
  { SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl }: GatewaySettings,
  logger: Logger,
): Transport {
  if (!appToken) throw new Error("SLACK_TRANSPORT is socket: SLACK_APP_TOKEN is needed as well (xapp-).");
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl, ...SOCKET_CLIENT } },
  });
  takeOnlyWhatCanBeRead(receiver.client, logger);
  return {
    receiver,
    start: async (app) => void (await app.start()),
    stop: async (app) => void (await app.stop()),
    isConnected: () => receiver.client.websocket?.isActive() ?? false,
  };
}

/**
 * Slack's client takes for granted that an event is one: what is none rejects in a listener that nobody awaits, and that
 * would end the process. Slack sends it again some times, and then lets it go.
 */
function takeOnlyWhatCanBeRead(client: SocketModeReceiver["client"], logger: Logger): void {
  const listeners = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  for (const listen of listeners) {
    client.on("ws_message", async (...message: unknown[]) => {
      try {
        await listen(...message);
      } catch (error) {
        logger.error("what came over the socket could not be read, and was left", error);
      }
    });
  }
}

/** Signed requests over HTTP, behind a server of ours that turns away what Bolt would let in. */
function overHttp(
  { SLACK_SIGNING_SECRET: signingSecret, HTTP_PORT: port }: GatewaySettings,
  logger: Logger,
): Transport {
  if (!signingSecret) throw new Error("SLACK_TRANSPORT is http: SLACK_SIGNING_SECRET is needed as well.");
  const receiver = new HTTPReceiver({ signingSecret, logger, endpoints: EVENTS });
  const server = createServer(async (request, response) => {
    if (refuseStrangeRequest(request, response, Date.now())) return;
    if (!(await refuseStrangeBody(request, response))) receiver.requestListener(request, response);
  });
  return {
    receiver,
    start: () => listen(server, port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    isConnected: () => server.listening,
    get port() {
      return (server.address() as AddressInfo | null)?.port ?? port;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
}
