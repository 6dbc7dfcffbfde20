import { z } from "zod";
import type { EphemeralMessage, SlackMessage } from "../../slack-simulator/slack-message.ts";

const mark = z.object({ at: z.iso.datetime(), request: z.string().optional() });

/** A clock that is further ahead than this was skipped. */
const A_MOMENT_MS = 90_000;

export interface WrittenAt {
  readonly at: number;
  /** The message comes from a time to which a request was skipped. */
  readonly skipped: boolean;
}

/**
 * When this was written. Slack's own time stamp is real time; a message of the programme says for itself at which time
 * of its request it was decided, which is later where time was skipped.
 */
export function writtenAt(message: SlackMessage | EphemeralMessage): WrittenAt {
  const real = Number(message.ts) * 1000;
  const { success, data } = mark.safeParse("metadata" in message ? message.metadata?.event_payload : undefined);
  const at = success ? Date.parse(data.at) : real;
  return at > real + A_MOMENT_MS ? { at, skipped: true } : { at: real, skipped: false };
}

/** The request that this message is about, as it says for itself. */
export function requestOf(message: SlackMessage | EphemeralMessage): string | undefined {
  return mark.safeParse("metadata" in message ? message.metadata?.event_payload : undefined).data?.request;
}
