import type { Block } from "./block-kit/blocks.ts";

export interface MessageMetadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** What a message says. The text is as it was sent: whoever sends it escapes &, < and >. */
export interface MessageContent {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: MessageMetadata;
}

/** A message that everybody in the channel can see. */
export interface SlackMessage extends MessageContent {
  readonly channel: string;
  /** Unique in the workspace and increasing; in a channel it is the message's identity. */
  readonly ts: string;
  /** Present in replies, and in a parent once it has a reply. */
  readonly thread_ts?: string;
  /** A tombstone stands where a parent was deleted whose replies are still there. */
  readonly subtype?: "thread_broadcast" | "tombstone";
  readonly user: string;
  /** Present when the app wrote it. */
  readonly bot_id?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  /** The change that posted it; strictly increasing over everything that happens in the workspace. */
  readonly seq: number;
  /** The last change that touched it. */
  readonly updatedSeq: number;
}

/** A message that one person sees until they reload. */
export interface EphemeralMessage extends Omit<MessageContent, "metadata"> {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly via: "chat.postEphemeral" | "response_url" | "ack";
  /** Replaced or deleted since. What replaced it is a later entry with the same `ts`. */
  readonly gone: boolean;
  readonly seq: number;
}
