import type { EphemeralMessage, SlackMessage } from "../../slack-simulator/slack-message.ts";
import type { SeedUser } from "../../slack-simulator/slack-seed.ts";
import type { SlackSimulator } from "../../slack-simulator/slack-simulator.ts";
import type { Part } from "../live/part.ts";
import { MessageView } from "./message.tsx";
import type { Reader } from "./reader.ts";
import { writtenAt } from "./virtual-time.ts";

type AnyMessage = SlackMessage | EphemeralMessage;

interface Looking {
  readonly slack: SlackSimulator;
  readonly reader: Reader;
  readonly appUser: string;
}

/** What this person sees in a channel, oldest first: no replies, and of messages for one person only their own. */
export function channelParts(looking: Looking, channel: string): readonly Part[] {
  const all = looking.slack.messages(channel);
  const replies = new Map<string, number>();
  for (const { thread_ts, ts } of all) {
    if (thread_ts !== undefined && thread_ts !== ts) replies.set(thread_ts, (replies.get(thread_ts) ?? 0) + 1);
  }
  const inChannel = all.filter(
    ({ ts, thread_ts, subtype }) => thread_ts === undefined || thread_ts === ts || subtype === "thread_broadcast",
  );
  const alone = ownEphemerals(looking, channel).filter(({ thread_ts }) => thread_ts === undefined);
  return parts(looking, [...inChannel, ...alone], replies);
}

/** A parent and its replies. */
export function threadParts(looking: Looking, channel: string, parent: string): readonly Part[] {
  const inThread = looking.slack.messages(channel).filter(({ ts, thread_ts }) => ts === parent || thread_ts === parent);
  const alone = ownEphemerals(looking, channel).filter(({ thread_ts }) => thread_ts === parent);
  return parts(looking, [...inThread, ...alone], new Map());
}

function ownEphemerals({ slack, reader }: Looking, channel: string): readonly EphemeralMessage[] {
  return slack.ephemerals({ user: reader.id, channel }).filter(({ gone }) => !gone);
}

function parts(
  { slack, reader, appUser }: Looking,
  messages: readonly AnyMessage[],
  replies: ReadonlyMap<string, number>,
): readonly Part[] {
  const people = slack.users();
  let before: { readonly day: string; readonly at: number } | undefined;
  return [...messages]
    .sort((a, b) => a.seq - b.seq)
    .map((message) => {
      const { at, skipped } = writtenAt(message);
      const day = reader.clock.day(at);
      const isNew = day !== before?.day;
      const later = skipped && before && at - before.at > LONG_MS ? at - before.at : undefined;
      before = { day, at };
      const thread = replies.get(message.ts);
      return {
        key: "via" in message ? `alone-${message.ts}` : message.ts,
        version: [versionOf(message), isNew ? day : "", later ?? "", thread ?? ""].join(),
        draw: () => (
          <MessageView
            message={message}
            from={writer(people, message, { appUser, reader })}
            reader={reader}
            people={people}
            day={isNew ? day : undefined}
            later={later}
            replies={thread}
          />
        ),
      };
    });
}

const LONG_MS = 30 * 60_000;

const versionOf = (message: AnyMessage): number => ("updatedSeq" in message ? message.updatedSeq : message.seq);

function writer(
  people: readonly SeedUser[],
  message: AnyMessage,
  { appUser, reader }: { readonly appUser: string; readonly reader: Reader },
) {
  const app = "via" in message || message.user === appUser;
  const id = app ? appUser : message.user;
  return { name: reader.nameOf(people.find((person) => person.id === id)?.id ?? id), app };
}
