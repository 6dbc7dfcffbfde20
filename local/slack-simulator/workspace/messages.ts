import type { EphemeralMessage, SlackMessage } from "../slack-message.ts";

interface Kept {
  readonly messages: readonly SlackMessage[];
  readonly ephemerals: readonly EphemeralMessage[];
}

const TOMBSTONE = { subtype: "tombstone", user: "USLACKBOT", text: "This message was deleted." } as const;

/** All messages, by channel and in the order in which they were posted. */
export class Messages {
  readonly #byChannel = new Map<string, Map<string, SlackMessage>>();
  readonly #ephemerals: EphemeralMessage[];

  constructor({ messages, ephemerals }: Kept) {
    this.#ephemerals = [...ephemerals];
    for (const message of messages) this.put(message);
  }

  toKeep(): Kept {
    return {
      messages: [...this.#byChannel.values()].flatMap((messages) => [...messages.values()]),
      ephemerals: this.ephemerals(),
    };
  }

  /** Oldest first; replies stand among the others. */
  in(channel: string): readonly SlackMessage[] {
    return [...(this.#byChannel.get(channel)?.values() ?? [])];
  }

  /** A message that has not been deleted. */
  existing(channel: string, ts: string): SlackMessage | undefined {
    const message = this.find(channel, ts);
    return message?.subtype === "tombstone" ? undefined : message;
  }

  find(channel: string, ts: string): SlackMessage | undefined {
    return this.#byChannel.get(channel)?.get(ts);
  }

  /** A first reply makes a thread of its parent. */
  add(message: SlackMessage): SlackMessage {
    const parent = message.thread_ts === undefined ? undefined : this.find(message.channel, message.thread_ts);
    if (parent && parent.thread_ts === undefined) this.put({ ...parent, thread_ts: parent.ts });
    return this.put(message);
  }

  put(message: SlackMessage): SlackMessage {
    const channel = this.#byChannel.get(message.channel) ?? new Map<string, SlackMessage>();
    this.#byChannel.set(message.channel, channel.set(message.ts, message));
    return message;
  }

  /** A parent that has replies leaves a tombstone, so that they stay a thread. */
  delete({ channel, ts, thread_ts }: SlackMessage, seq: number): void {
    const hasReplies = thread_ts === ts && this.in(channel).some((other) => other.thread_ts === ts && other.ts !== ts);
    if (!hasReplies) this.#byChannel.get(channel)?.delete(ts);
    else this.put({ ...TOMBSTONE, channel, ts, thread_ts: ts, seq, updatedSeq: seq });
  }

  ephemerals(): readonly EphemeralMessage[] {
    return [...this.#ephemerals];
  }

  /** The one that is on the screen now. */
  ephemeral(ts: string): EphemeralMessage | undefined {
    return this.#ephemerals.findLast((ephemeral) => ephemeral.ts === ts && !ephemeral.gone);
  }

  addEphemeral(ephemeral: EphemeralMessage): EphemeralMessage {
    this.#ephemerals.push(ephemeral);
    return ephemeral;
  }

  /** It stays in the record of everything ever shown. */
  forgetEphemeral(ts: string): EphemeralMessage | undefined {
    const at = this.#ephemerals.findLastIndex((ephemeral) => ephemeral.ts === ts && !ephemeral.gone);
    const shown = this.#ephemerals[at];
    if (!shown) return undefined;
    const gone = { ...shown, gone: true };
    this.#ephemerals[at] = gone;
    return gone;
  }
}
