import type { MentorRequest } from "../../domain/request.ts";
import type { Timeline } from "../../domain/timeline.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { EphemeralMessage, SlackMessage } from "../../local/slack-simulator/slack-message.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";
import type { Story } from "../story/story.ts";
import { NOT_THROUGH } from "./whole-life.ts";

/** All that can be seen of a life when it is over, without what differs from one life to the next: ids and moments. */
export interface Left {
  /** By channel, or by who has the direct messages; the cards as they were drawn last. */
  readonly messages: Readonly<Record<string, readonly string[]>>;
  /** Each once: an answer that only one person sees may come twice. */
  readonly shownToOne: readonly string[];
  readonly rows: readonly string[];
  readonly happened: readonly string[];
}

export async function whatIsLeft(s: Story): Promise<Left> {
  const { slack, airtable, client } = s.machine;
  const id = s.requestId();
  const plain = (value: unknown): string => withoutIdsAndMoments(JSON.stringify(value).replaceAll(id, "THIS"));
  const said = (one: SlackMessage | EphemeralMessage): string =>
    plain([
      stepOf(one),
      one.thread_ts === undefined || one.thread_ts === one.ts ? "" : "reply",
      one.text,
      buttons(one),
    ]);
  const answers = slack.ephemerals().filter(({ text }) => !NOT_THROUGH.includes(text));
  const places = slack.channels().map((channel) => {
    const ours = slack.messages(channel.id).filter(({ bot_id }) => bot_id !== undefined);
    return [channel.user ?? channel.id, ours.map(said)] as const;
  });
  const tables = ["Mentor Requests", "Pairings"].map((name) => airtable.table(LOCAL.airtableBase, name));
  const request = await client.workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
  return {
    messages: Object.fromEntries(places.filter(([, messages]) => messages.length > 0).sort(byName)),
    shownToOne: [...new Set(answers.map((one) => `${one.user} ${said(one)}`))],
    rows: tables.flatMap((table) => table.rows().map(({ fields }) => plain(fields))),
    happened: whatHappened(request.timeline).map(plain).sort(),
  };
}

/**
 * Whoever claims while no worker can look them up is looked up later, and the timeline says so. What two audiences are
 * told at the same time may be told in either order, so that the order is left to the caller.
 */
function whatHappened({ entries }: Timeline): readonly unknown[] {
  return entries
    .filter(({ what }) => what !== "verified")
    .map(({ at: _, note, ...entry }) => (note === "unverified" ? entry : { ...entry, note }));
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const stepOf = (message: SlackMessage | EphemeralMessage): unknown =>
  "metadata" in message ? message.metadata?.event_payload.key : undefined;

const buttons = ({ blocks }: SlackMessage | EphemeralMessage): readonly string[] =>
  [...JSON.stringify(blocks ?? []).matchAll(/"action_id":"([\w-]+)"/g)].map(([, id = ""]) => id);

function withoutIdsAndMoments(text: string): string {
  return text
    .replace(/<!date[^>]*>/g, "MOMENT")
    .replace(/https?:[^|>"\s]+/g, "LINK")
    .replace(/\brec\w{14}\b/g, "ROW")
    .replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, "MOMENT")
    .replace(/it was \w+day \d\d:\d\d when/g, "it was MOMENT when")
    .replace(/\d{10}\.\d{6}/g, "TS");
}
