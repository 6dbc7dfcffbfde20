import type { SeedChannel } from "../slack-seed.ts";

export interface Channel {
  readonly id: string;
  readonly kind: "public" | "private" | "im";
  readonly name: string;
  readonly isArchived: boolean;
  readonly members: readonly string[];
  /** The person at the other end of a direct message with the app. */
  readonly user?: string;
  readonly created: number;
}

export const fromSeed = (seed: SeedChannel, created: number): Channel => ({
  id: seed.id,
  kind: seed.isPrivate ? "private" : "public",
  name: seed.name,
  isArchived: seed.isArchived ?? false,
  members: seed.members ?? [],
  created,
});

/** Channels, and the app's direct messages with people. */
export class Channels {
  readonly #channels: Map<string, Channel>;

  constructor(channels: readonly Channel[]) {
    this.#channels = new Map(channels.map((channel) => [channel.id, channel]));
  }

  all(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  find(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  dmWith(user: string): Channel | undefined {
    return this.all().find((channel) => channel.kind === "im" && channel.user === user);
  }

  put(channel: Channel): Channel {
    this.#channels.set(channel.id, channel);
    return channel;
  }
}
