import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Briefing } from "../../domain/briefing.ts";
import type { Posted } from "../../domain/request.ts";
import type { Links } from "../../domain/wording/to-coordinator.ts";

/** Every request that waits. */
const UNCLAIMED = encodeURIComponent('RequestStatus="waiting" AND ExecutionStatus="Running"');

const permalink = z.object({ permalink: z.string() });

export async function linkTo(slack: WebClient, { channel, ts }: Posted): Promise<string> {
  return permalink.parse(await slack.chat.getPermalink({ channel, message_ts: ts })).permalink;
}

/** Where the coordinator looks further. `temporalPages` is the address of the workflows in Temporal's own pages. */
export async function linksOf(slack: WebClient, { id, post }: Briefing, temporalPages?: string): Promise<Links> {
  return {
    ...(post && { card: await linkTo(slack, post) }),
    ...(temporalPages && { timeline: `${temporalPages}/${id}`, unclaimed: `${temporalPages}?query=${UNCLAIMED}` }),
  };
}
