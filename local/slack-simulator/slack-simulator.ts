import formbody from "@fastify/formbody";
import websocket from "@fastify/websocket";
import fastify from "fastify";
import { Faults } from "../network-simulator/faults.ts";
import { CallLog, type LoggedCall } from "./call-log.ts";
import { serveClient } from "./client/serve-client.ts";
import { Courier } from "./delivery/courier.ts";
import { SignedHttp } from "./delivery/signed-http.ts";
import { type Disconnection, SocketMode } from "./delivery/socket-mode.ts";
import { type SlackPerson, slackPerson } from "./person/slack-person.ts";
import { serveResponseUrls } from "./serve-response-urls.ts";
import type { Slack } from "./slack.ts";
import type { SlackChange } from "./slack-change.ts";
import { SlackError } from "./slack-error.ts";
import type { EphemeralMessage, SlackMessage } from "./slack-message.ts";
import type { SeedUser, SlackAppSettings, SlackSeed } from "./slack-seed.ts";
import type { HomeView, OpenView } from "./slack-view.ts";
import { RateLimits } from "./web-api/rate-limits.ts";
import { answerUnreadable, serveWebApi } from "./web-api/serve-web-api.ts";
import { whenTrue } from "./when-true.ts";
import type { Channel } from "./workspace/channels.ts";
import { workspaceFromSeed } from "./workspace/kept-workspace.ts";
import { readStateFile, StateFile } from "./workspace/state-file.ts";
import { Workspace } from "./workspace/workspace.ts";

export interface SlackSimulatorOptions {
  /** Absent or 0: a free one. It listens on 127.0.0.1 only. */
  readonly port?: number;
  /** Everything is written there before a call that changes something is answered, and read at the start. */
  readonly stateFile?: string;
  /** Used while there is no state file; the app's settings are always taken from here. */
  readonly seed: SlackSeed;
  /** Milliseconds; timestamps and lifetimes follow it. The three seconds for an acknowledgement are real ones. */
  readonly now?: () => number;
  /** How long an acknowledgement may take; 3000 unless told otherwise. */
  readonly ackWithinMs?: number;
  /** Enforces Slack's own rate limits, without the short bursts that Slack tolerates; off unless told otherwise. */
  readonly rateLimits?: boolean;
  /** Waits before an event that was not acknowledged is sent again; at once, after a minute and after five unless told otherwise. */
  readonly eventRetriesAfterMs?: readonly number[];
}

export interface SlackSimulator {
  readonly url: string;
  readonly apiUrl: string;
  /** Calls are named by their method ("chat.postMessage"), "response_url", and "socket" for what is sent to the app. */
  readonly faults: Faults;
  as(userId: string): SlackPerson;
  /** All messages of a channel, replies among them, oldest first. */
  messages(channelId: string): readonly SlackMessage[];
  /** Everything ever shown to one person alone, oldest first. */
  ephemerals(filter?: { readonly user?: string; readonly channel?: string }): readonly EphemeralMessage[];
  /** Messages between the app and this person. */
  dm(userId: string): readonly SlackMessage[];
  /** The channel id of that direct message, opened if there is none. */
  dmId(userId: string): string;
  home(userId: string): HomeView | undefined;
  /** The person's modals; the last is the one they see. */
  openViews(userId: string): readonly OpenView[];
  channel(channelId: string): Channel | undefined;
  channels(): readonly Channel[];
  users(): readonly SeedUser[];
  onChange(listener: (change: SlackChange) => void): () => void;
  /** Resolves with the first thing that `look` finds, now or after a change; rejects after `withinMs` (10000). */
  when<T>(
    look: () => T | undefined | false,
    options?: { readonly withinMs?: number; readonly for?: string },
  ): Promise<T>;
  /** What no documented app would do: a test asserts that it is empty. */
  readonly problems: readonly string[];
  readonly calls: readonly LoggedCall[];
  /** The next calls of this method answer `{ ok: false, error }` and do not take place. */
  refuse(method: string, error: string, times?: number): () => void;
  /** Keeps all deliveries on the way until what it returns is called. */
  holdDeliveries(): () => void;
  /** "refresh" as Slack does every few hours; "dead" for a broken network; "silent" for one that nobody notices. */
  disconnectSockets(how?: Disconnection): void;
  socketCount(): number;
  /** Changes somebody, or adds them. */
  setUser(userId: string, change: Partial<Omit<SeedUser, "id">>): void;
  setChannel(channelId: string, change: Partial<Pick<Channel, "members" | "isArchived" | "name">>): void;
  setApp(change: Partial<SlackAppSettings>): void;
  close(): Promise<void>;
}

/** Slack, as its public documentation describes it. */
export async function startSlackSimulator(options: SlackSimulatorOptions): Promise<SlackSimulator> {
  const { seed, stateFile, now = Date.now, ackWithinMs = 3_000, eventRetriesAfterMs = [0, 60_000, 300_000] } = options;
  const kept = stateFile === undefined ? undefined : await readStateFile(stateFile);
  const workspace = new Workspace(kept ?? workspaceFromSeed(seed, now()), now);
  const file = stateFile === undefined ? undefined : new StateFile(stateFile, () => workspace.toKeep());
  const problems: string[] = [];
  const log = new CallLog(now);
  const faults = new Faults();
  let app: SlackAppSettings = seed.app;
  let url = "";

  const sockets = new SocketMode(() => slack.app().id);
  const http = new SignedHttp(() => ({ requestUrl: app.requestUrl ?? "", signingSecret: app.signingSecret }));
  const carrier = () => (app.requestUrl === undefined ? sockets : http);
  const courier = new Courier({ carrier, faults, ackWithinMs, eventRetriesAfterMs });
  const slack: Slack = {
    workspace,
    team: seed.team,
    faults,
    app: () => ({ id: "A0SIMULATED", botId: "B0SIMULATED", ...app }),
    url: () => url,
    save: async () => file?.save(),
    complain: (problem) => problems.push(problem),
    deliver: (outgoing, how) => courier.deliver(outgoing, how),
    socketUrl: () => `${url.replace("http", "ws")}/link/?ticket=${sockets.issueTicket()}&app_id=${slack.app().id}`,
  };

  const server = fastify({ forceCloseConnections: true, bodyLimit: 4_000_000 });
  await server.register(formbody);
  await server.register(websocket);
  server.get<{ Querystring: { ticket?: string } }>("/link/", { websocket: true }, (socket, request) =>
    sockets.accept(socket, request.query.ticket ?? ""),
  );
  const api = { slack, log, limits: new RateLimits(options.rateLimits ?? false, now) };
  answerUnreadable(server, api);
  serveWebApi(server, api);
  serveResponseUrls(server, { slack, log });
  await serveClient(server, slack);
  url = await server.listen({ host: "127.0.0.1", port: options.port ?? 0 });

  const onChange = (listener: (change: SlackChange) => void) => workspace.onChange(listener);
  return {
    url,
    apiUrl: `${url}/api/`,
    faults,
    as: (userId) => slackPerson(slack, workspace.people.get(userId).id),
    messages: (channelId) => workspace.messages.in(channelId),
    ephemerals: ({ user, channel } = {}) =>
      workspace.messages
        .ephemerals()
        .filter(
          (one) => (user === undefined || one.user === user) && (channel === undefined || one.channel === channel),
        ),
    dm: (userId) => workspace.messages.in(workspace.channels.dmWith(userId)?.id ?? ""),
    dmId: (userId) => workspace.dmWith(userId, app.botUserId).id,
    home: (userId) => workspace.home(userId),
    openViews: (userId) => workspace.views.of(userId),
    channel: (channelId) => workspace.channels.find(channelId),
    channels: () => workspace.channels.all(),
    users: () => workspace.people.all(),
    onChange,
    when: (look, how = {}) => whenTrue(onChange, look, how),
    problems,
    get calls() {
      return log.all();
    },
    refuse: (method, error, times = 1) =>
      faults.add({
        on: method,
        times,
        does: { kind: "answered", answer: { status: 200, body: { ok: false, error } } },
      }),
    holdDeliveries: () => courier.hold(),
    disconnectSockets: (how = "dead") => sockets.disconnect(how),
    socketCount: () => sockets.count(),
    setUser: (userId, change) => {
      workspace.people.set(userId, change);
    },
    setChannel: (channelId, change) => {
      const channel = workspace.channels.find(channelId);
      if (!channel) throw new SlackError("channel_not_found");
      workspace.channels.put({ ...channel, ...change });
    },
    setApp: (change) => {
      app = { ...app, ...change };
    },
    close: async () => {
      courier.close();
      sockets.close();
      await server.close();
      await slack.save();
    },
  };
}
