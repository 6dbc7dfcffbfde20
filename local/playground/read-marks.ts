import type { SlackSimulator } from "../slack-simulator/slack-simulator.ts";

export interface Unread {
  readonly messages: number;
  /** What Slack shows as a number: direct messages, and mentions in channels. */
  readonly badge: number;
}

/**
 * How far everybody has read. Slack keeps this for its own client, and the simulator has no client: so it is kept here,
 * and forgotten at the end. What stood there at the start counts as read.
 */
export class ReadMarks {
  readonly #slack: SlackSimulator;
  readonly #read = new Map<string, number>();
  readonly #start: number;

  constructor(slack: SlackSimulator) {
    this.#slack = slack;
    this.#start = Math.max(0, ...slack.channels().map(({ id }) => slack.messages(id).at(-1)?.seq ?? 0));
  }

  /** Everything in this channel up to now. Says whether there was anything new. */
  markRead(user: string, channel: string): boolean {
    const newest = this.#slack.messages(channel).at(-1)?.seq ?? 0;
    if (newest <= this.#upTo(user, channel)) return false;
    this.#read.set(keyOf(user, channel), newest);
    return true;
  }

  unread(user: string, channelId: string): Unread {
    const upTo = this.#upTo(user, channelId);
    const messages = this.#slack.messages(channelId);
    const firstNew = messages.findLastIndex(({ seq }) => seq <= upTo) + 1;
    const fresh = messages.slice(firstNew).filter((message) => message.user !== user);
    const isDirect = this.#slack.channel(channelId)?.kind === "im";
    const speaksToThem = fresh.filter(({ text }) => isDirect || text.includes(`<@${user}>`));
    return { messages: fresh.length, badge: speaksToThem.length };
  }

  /** Over all channels that this person is in. */
  badgeOf(user: string): number {
    const channels = this.#slack.channels().filter(({ members }) => members.includes(user));
    return channels.reduce((sum, { id }) => sum + this.unread(user, id).badge, 0);
  }

  #upTo(user: string, channel: string): number {
    return this.#read.get(keyOf(user, channel)) ?? this.#start;
  }
}

const keyOf = (user: string, channel: string): string => `${user} ${channel}`;
