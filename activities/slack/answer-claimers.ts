import type { WebClient } from "@slack/web-api";
import { Context, heartbeat, log } from "@temporalio/activity";
import type { Briefing } from "../../domain/briefing.ts";
import type { Message } from "../../domain/outbox.ts";
import { toClaimer } from "../../domain/wording/to-claimer.ts";
import type { People } from "../../workflows/contract.ts";
import { blocksOf } from "./blocks-of.ts";
import { sendDirect } from "./send-direct.ts";
import { cannotBeReached, slackFailure } from "./slack-failure.ts";

/** Whoever pressed longer ago has gone on to something else, and would never see an ephemeral message. */
const STILL_THERE_MS = 5 * 60_000;

type ToClaimer = Message & { readonly audience: "claimer" };

/**
 * Tells each of these why their press came to nothing: by an ephemeral message while they look at the mentors' channel,
 * else by a direct one.
 * After a crash, or when Slack is so slow that an attempt runs out of time, it goes on behind the last one known to be
 * told; an ephemeral message leaves no trace to look for, so that a few may be told twice.
 */
export const answerClaimers =
  ({ slack, people }: { readonly slack: WebClient; readonly people: People }) =>
  async ({
    messages,
    briefing,
  }: {
    readonly messages: readonly ToClaimer[];
    readonly briefing: Briefing;
  }): Promise<void> => {
    const told = new Set<string>(toldBefore(Context.current().info.heartbeatDetails));
    for (const message of messages) {
      if (told.has(message.key)) continue;
      // Another attempt goes on already, since this one has run out of time.
      Context.current().cancellationSignal.throwIfAborted();
      await answer(slack, people, message, briefing);
      told.add(message.key);
      heartbeat([...told]);
    }
  };

async function answer(slack: WebClient, people: People, message: ToClaimer, briefing: Briefing): Promise<void> {
  const words = toClaimer(message.about, briefing);
  if (!message.privately && Date.now() - message.pressedAt < STILL_THERE_MS) {
    try {
      await slack.chat.postEphemeral({
        channel: people.mentorsChannel,
        user: message.to,
        ...blocksOf(words, briefing.id),
      });
      return;
    } catch (error) {
      if (cannotBeReached(error) === undefined)
        throw slackFailure(error, "the answer to somebody who pressed the button");
      log.info("an ephemeral answer was refused; sent as a direct message instead");
    }
  }
  const { key, step, at, to } = message;
  const result = await sendDirect(
    slack,
    { id: briefing.id, key, step, at, maybeSent: false },
    { to, audience: "claimer", words },
  );
  if ("unreachable" in result) log.info("somebody who pressed the button can no longer be reached");
}

function toldBefore(details: unknown): readonly string[] {
  return Array.isArray(details) ? details.filter((key): key is string => typeof key === "string") : [];
}
