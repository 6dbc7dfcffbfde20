import { z } from "zod";
import type { RequestId } from "../../domain/ids.ts";
import { AUDIENCES, type Audience } from "../../domain/outbox.ts";
import type { SlackChange } from "../../local/slack-simulator/slack-change.ts";
import type { EphemeralMessage, SlackMessage } from "../../local/slack-simulator/slack-message.ts";
import type { SlackSimulator } from "../../local/slack-simulator/slack-simulator.ts";
import { asRead } from "./as-read.ts";
import type { Told } from "./told.ts";

export interface Clock {
  readonly id: RequestId;
  /** When the request was opened, in its own milliseconds. */
  readonly openedAt: number;
  /** What time it is for the request. */
  now(): Promise<number>;
  /** Until when the last breakdown went on: what was decided before that, and is heard now, is late. */
  brokenUntil(): number;
}

export interface Hearing {
  /** Stops; settles when all that was heard is told. */
  end(): Promise<void>;
}

/** Tells of every message about this request: those that stand in Slack already, and from now on each as it comes. */
export function hear(slack: SlackSimulator, clock: Clock, tell: (told: Told) => void): Hearing {
  let telling = Promise.resolve();
  const hearOne = (message: SlackMessage | EphemeralMessage): void => {
    const told = toldBy(message);
    // It is waited for in its turn; until then its failure is nobody's.
    told.catch(() => undefined);
    telling = telling.then(async () => tell(await told));
  };
  const isOurs = ({ bot_id, metadata }: SlackMessage): boolean =>
    bot_id !== undefined && (metadata?.event_payload.request ?? clock.id) === clock.id;
  const before = slack.channels().flatMap(({ id }) => slack.messages(id).filter(isOurs));
  for (const message of [...before, ...slack.ephemerals()].sort((a, b) => a.seq - b.seq)) hearOne(message);
  const stop = slack.onChange((change: SlackChange) => {
    if (change.kind === "posted" && isOurs(change.message)) hearOne(change.message);
    if (change.kind === "ephemeral") hearOne(change.ephemeral);
  });
  return {
    async end() {
      stop();
      await telling;
    },
  };

  async function toldBy(message: SlackMessage | EphemeralMessage): Promise<Told> {
    const mark = markOf(message);
    const isLate = mark !== undefined && mark.at < clock.brokenUntil();
    const { step, audience } = mark ?? ANSWER;
    const at = mark === undefined || isLate ? await clock.now() : mark.at;
    const text = asRead(message.text, (id) => slack.users().find((user) => user.id === id)?.name ?? id);
    return { at: Math.max(0, at - clock.openedAt), step, audience, to: recipientOf(slack, message), text };
  }
}

/** An answer that only one person sees carries no mark: Slack keeps no metadata with it. */
const ANSWER: { readonly step: string; readonly audience: Audience } = { step: "answer", audience: "claimer" };

const mark = z.object({ step: z.string(), audience: z.enum(AUDIENCES), at: z.iso.datetime() });

function markOf(message: SlackMessage | EphemeralMessage) {
  const { success, data } = mark.safeParse("metadata" in message ? message.metadata?.event_payload : undefined);
  return success ? { ...data, at: Date.parse(data.at) } : undefined;
}

function recipientOf(slack: SlackSimulator, message: SlackMessage | EphemeralMessage): string {
  const nameOf = (userId: string): string => slack.users().find(({ id }) => id === userId)?.name ?? userId;
  if ("via" in message) return nameOf(message.user);
  const channel = slack.channel(message.channel);
  return channel?.user === undefined ? `#${channel?.name ?? message.channel}` : nameOf(channel.user);
}
