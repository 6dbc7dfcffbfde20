import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Briefing } from "../../domain/briefing.ts";
import type { Posted } from "../../domain/request.ts";
import { LISTS, type Links } from "../../domain/wording/to-coordinator.ts";
import { slackError } from "./slack-failure.ts";

/** What a coordinator looks for in Temporal's lists; docs/operations.md has the same. */
const QUERIES: Readonly<Record<string, string>> = {
  [LISTS.unclaimed]: 'RequestStatus="waiting" AND RequestStep IN ("coordinator","ceo","remind")',
  [LISTS.escalated]: 'RequestStatus="waiting" AND RequestStep IN ("ceo","remind")',
  [LISTS.silent]: 'RequestStatus="claimed" AND RequestStep="met"',
  [LISTS.inTrouble]: "Trouble IS NOT NULL",
};

const permalink = z.object({ permalink: z.string() });

const GONE = ["message_not_found", "channel_not_found"];

/** Undefined when somebody has deleted it: what is said goes out without the link. */
export async function linkTo(slack: WebClient, { channel, ts }: Posted): Promise<string | undefined> {
  try {
    return permalink.parse(await slack.chat.getPermalink({ channel, message_ts: ts })).permalink;
  } catch (error) {
    if (GONE.includes(slackError(error) ?? "")) return undefined;
    throw error;
  }
}

/** Where the coordinator looks further. `temporalPages` is the address of the workflows in Temporal's own pages. */
export async function linksOf(slack: WebClient, { id, post }: Briefing, temporalPages?: string): Promise<Links> {
  const card = post && (await linkTo(slack, post));
  return {
    ...(card && { card }),
    ...(temporalPages && { timeline: `${temporalPages}/${id}`, lists: listsIn(temporalPages) }),
  };
}

function listsIn(temporalPages: string): Readonly<Record<string, string>> {
  const links = Object.entries(QUERIES).map(([name, query]) => [
    name,
    `${temporalPages}?query=${encodeURIComponent(query)}`,
  ]);
  return Object.fromEntries(links);
}
