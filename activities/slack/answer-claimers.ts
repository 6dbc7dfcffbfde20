import type { WebClient } from "@slack/web-api";
import { ApplicationFailure, Context, heartbeat, log } from "@temporalio/activity";
import type { Briefing } from "../../domain/briefing.ts";
import type { Message } from "../../domain/outbox.ts";
import { toClaimer } from "../../domain/wording/to-claimer.ts";
import type { People } from "../../workflows/contract.ts";
import { blocksOf } from "./blocks-of.ts";
import { sendDirect } from "./send-direct.ts";
import { cannotBeReached, slackFailure } from "./slack-failure.ts";

/** Whoever pressed longer ago has gone on to something else, and would never see an ephemeral message. */
const STILL_THERE_MS = 5 * 60_000;

/**
 * An attempt has ten seconds, and a call to Slack at most eight of them: after this time no further one is begun. Only
 * an attempt that ends by itself says for certain whom it has told; of one that runs out of time it is not known.
 */
const LEAVES_OFF_AFTER_MS = 1_500;

type ToClaimer = Message & { readonly audience: "claimer" };

/**
 * Tells each of these why their press came to nothing: by an ephemeral message while they look at the mentors' channel,
 * else by a direct one.
 * When Slack is slow it leaves off in time, and the next attempt goes on behind the last one who was told. After a crash
 * a few may be told twice: an ephemeral message leaves no trace to look for.
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
    const began = performance.now();
    for (const message of messages) {
      if (told.has(message.key)) continue;
      if (performance.now() - began > LEAVES_OFF_AFTER_MS) throw goesOn(told.size, messages.length);
      await answer(slack, people, message, briefing);
      told.add(message.key);
      heartbeat([...told]);
    }
  };

/** A failure, since that hands over who was told; it is tried again at once. */
function goesOn(told: number, all: number): ApplicationFailure {
  const message = `Slack: slow; ${told} of ${all} answers are out, and the next attempt goes on with the others.`;
  return ApplicationFailure.create({ type: "slack: slow", message, nextRetryDelay: 1 });
}

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
