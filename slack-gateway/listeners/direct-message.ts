import type { AllMiddlewareArgs, Logger, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { Client } from "@temporalio/client";
import { memberId } from "../../domain/ids.ts";
import { shortened } from "../../domain/shortened.ts";
import { BOT } from "../../domain/wording/question.ts";
import { typed } from "../../domain/wording/slack-text.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { PROGRAMME_ID, QUESTION_SIGNAL, type Question } from "../../workflows/contract.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { pressOf } from "../press-of.ts";
import { within } from "../within.ts";

/** The button that passes a question on. */
export const PASS_ON = "pass-on";

type Written = AllMiddlewareArgs & SlackEventMiddlewareArgs<"message">;

/** What a button can carry, with room for the note that it was cut. */
const CARRIED = 1_900;
const DEADLINE_MS = 2_000;
const MESSAGES_REMEMBERED = 1_000;

/** Of messages that somebody has written: with a file, out of a thread as well, as `/me`. The others tell of a change. */
const WRITTEN_AS: readonly unknown[] = [undefined, "file_share", "thread_broadcast", "me_message"];

interface Message {
  readonly text?: string;
  readonly bot_id?: string;
  readonly thread_ts?: string;
}

const isWritten = (event: Written["event"]): event is Written["event"] & Message => WRITTEN_AS.includes(event.subtype);

/**
 * Somebody writes to the bot: it says what it can do, where they wrote, and offers to pass the question on. Once for each
 * message.
 */
export const onDirectMessage = (answered: Set<string> = new Set()) => {
  return async ({ event, say }: Written): Promise<void> => {
    if (event.channel_type !== "im" || !isWritten(event) || event.bot_id) return;
    const which = `${event.channel} ${event.ts}`;
    if (answered.has(which)) return;
    answered.add(which);
    const [oldest] = answered;
    if (answered.size > MESSAGES_REMEMBERED && oldest) answered.delete(oldest);
    const written = typed(event.text ?? "");
    const isCut = written.length > CARRIED;
    const text = isCut ? `${BOT.answer}\n${BOT.onlyBeginning(CARRIED)}` : BOT.answer;
    await say({
      ...(event.thread_ts && { thread_ts: event.thread_ts }),
      text,
      blocks: [
        { type: "section", text: { type: "mrkdwn", text } },
        {
          type: "actions",
          elements: [
            {
              type: "button",
              action_id: PASS_ON,
              text: { type: "plain_text", text: BOT.passOn },
              value: isCut ? `${shortened(written, CARRIED)}${BOT.goesOn}` : written || BOT.noText,
            },
          ],
        },
      ],
    });
  };
};

/** "Pass it on to the coordinator": handed to the programme, which sees to it. Pressed twice it is one question. */
export const onPassOn =
  (client: Client, logger: Logger) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body } = press;
    const from = memberId(body.user.id);
    const { message_ts: asked }: { readonly message_ts?: unknown } = body.container;
    const text: unknown = action.value;
    // Pressed twice, below the same message, it is the same question.
    const pressed = pressOf(from, { action_ts: asked ?? action.action_ts });
    const answer =
      pressed && typeof text === "string"
        ? await handOver(client, { from, text, actionId: pressed.actionId }, logger)
        : ANSWERS.notAButton;
    await ack();
    await answerPress(press, answer);
  };

async function handOver(client: Client, question: Question, logger: Logger): Promise<string> {
  try {
    await within(client, DEADLINE_MS, () => client.workflow.getHandle(PROGRAMME_ID).signal(QUESTION_SIGNAL, question));
    return BOT.passedOn;
  } catch (error) {
    logger.warn("a member's question could not be handed over; they are asked to try again", error);
    return ANSWERS.notConfirmed;
  }
}
