import type { EphemeralMessage, SlackMessage } from "../slack-message.ts";
import type { SeedUser, SlackSeed } from "../slack-seed.ts";
import type { HomeView, OpenView } from "../slack-view.ts";
import { type Channel, fromSeed } from "./channels.ts";
import type { ResponseUrl } from "./response-urls.ts";

/** Everything in a workspace that outlives a restart. The app's settings do not: they come from the seed each time. */
export interface KeptWorkspace {
  readonly version: 1;
  readonly users: readonly SeedUser[];
  readonly channels: readonly Channel[];
  readonly messages: readonly SlackMessage[];
  readonly ephemerals: readonly EphemeralMessage[];
  readonly stacks: readonly (readonly [user: string, views: readonly OpenView[]])[];
  readonly homes: readonly (readonly [user: string, view: HomeView])[];
  readonly responseUrls: readonly ResponseUrl[];
  readonly counters: { readonly micros: number; readonly seq: number; readonly ids: number };
}

export function workspaceFromSeed({ users, channels, app }: SlackSeed, now: number): KeptWorkspace {
  const bot: SeedUser = { id: app.botUserId, name: app.name ?? "app", isBot: true };
  return {
    version: 1,
    users: users.some(({ id }) => id === bot.id) ? users : [...users, bot],
    channels: channels.map((channel) => fromSeed(channel, Math.floor(now / 1000))),
    messages: [],
    ephemerals: [],
    stacks: [],
    homes: [],
    responseUrls: [],
    counters: { micros: 0, seq: 0, ids: 0 },
  };
}
