import type { KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { Context } from "@temporalio/activity";
import { z } from "zod";
import { type ChannelId, channelId } from "../../domain/ids.ts";
import type { Posted } from "../../domain/request.ts";

const EVENT_TYPE = "muster_message";
/** So much may lie between the clock of Temporal and that of Slack. */
const CLOCKS_APART_MS = 10 * 60_000;

/** What a message of ours carries, unseen: which it is, for whom and since when it was due. */
export interface Mark {
  readonly request: string;
  readonly key: string;
  readonly step: string;
  readonly audience: string;
  /** ISO time at which it was decided. */
  readonly at: string;
  /** Member ids, with a space between. */
  readonly mentioned?: string;
}

export interface Posting {
  readonly channel: ChannelId;
  readonly thread?: string | undefined;
  readonly alsoInChannel?: boolean;
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly mark: Mark;
}

const posted = z.object({ ts: z.string(), channel: z.string() });

const listed = z.object({
  ts: z.string(),
  metadata: z
    .object({
      event_type: z.string(),
      event_payload: z.object({ key: z.string(), request: z.string(), mentioned: z.string().optional() }),
    })
    .optional()
    .catch(undefined),
});

/**
 * Posts a message that must not stand there twice. Slack has no key for that, so every attempt but the very first looks
 * for the message by its mark and adopts it. Returns the mark that stands in Slack, which may be the earlier one.
 */
export async function postOnce(
  slack: WebClient,
  posting: Posting,
  maybeSent: boolean,
): Promise<Posted & Pick<Mark, "mentioned">> {
  const { channel, thread, alsoInChannel, text, blocks, mark } = posting;
  if (maybeSent || Context.current().info.attempt > 1) {
    const earlier = await findPosted(slack, posting);
    if (earlier) return earlier;
  }
  const answer = await slack.chat.postMessage({
    channel,
    text,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: EVENT_TYPE, event_payload: { ...mark } },
    ...(thread && (alsoInChannel ? { thread_ts: thread, reply_broadcast: true } : { thread_ts: thread })),
  });
  const { ts, channel: where } = posted.parse(answer);
  return { channel: channelId(where), ts, ...(mark.mentioned !== undefined && { mentioned: mark.mentioned }) };
}

/** The message with the same mark, if an earlier attempt left one behind. */
export async function findPosted(
  slack: WebClient,
  { channel, thread, mark }: Pick<Posting, "channel" | "thread" | "mark">,
): Promise<(Posted & Pick<Mark, "mentioned">) | undefined> {
  const begun = Math.min(Context.current().info.scheduledTimestampMs, Date.parse(mark.at), Date.now());
  const since = { oldest: String((begun - CLOCKS_APART_MS) / 1000), include_all_metadata: true, limit: 200 };
  const pages = thread
    ? slack.paginate("conversations.replies", { channel, ts: thread, ...since })
    : slack.paginate("conversations.history", { channel, ...since });
  for await (const page of pages) {
    const messages = z.object({ messages: z.array(z.unknown()).default([]) }).parse(page).messages;
    for (const message of messages) {
      const { success, data } = listed.safeParse(message);
      const payload = success ? data.metadata?.event_payload : undefined;
      if (!success || payload?.request !== mark.request || payload.key !== mark.key) continue;
      return { channel, ts: data.ts, ...(payload.mentioned !== undefined && { mentioned: payload.mentioned }) };
    }
  }
  return undefined;
}
