import type { Logger } from "@slack/bolt";
import { ANSWERS } from "../domain/wording/to-whoever-clicked.ts";

interface Answerable {
  readonly ack: () => Promise<void>;
  readonly respond?: (message: {
    text: string;
    response_type: "ephemeral";
    replace_original: false;
  }) => Promise<unknown>;
  readonly logger: Logger;
}

/** An answer that only the person sees who clicked, and that leaves the message alone. */
export const onlyYou = (text: string) => ({ text, response_type: "ephemeral", replace_original: false }) as const;

/** A listener that answers the person in every case, also when something in it goes wrong. */
export function answering<Click extends Answerable>(
  listener: (click: Click) => Promise<void>,
): (click: Click) => Promise<void> {
  return async (click) => {
    const taken = withForgivingAck(click);
    try {
      await listener(taken);
    } catch (error) {
      click.logger.error("a listener failed; the person is told that something went wrong", error);
      await taken.ack();
      await click.respond?.(onlyYou(ANSWERS.somethingWrong));
    }
  };
}

/**
 * The socket may have gone before Slack hears that a click was taken. Slack then shows a warning sign; what was done is
 * done all the same, and saying that it was not would be untrue.
 */
function withForgivingAck<Click extends Answerable | AnswerableForm>(click: Click): Click {
  const ack = async (...given: Parameters<Click["ack"]>): Promise<void> => {
    try {
      await (click.ack as (...same: typeof given) => Promise<void>)(...given);
    } catch (error) {
      click.logger.warn("Slack did not hear that a click was taken", error);
    }
  };
  return { ...click, ack };
}

interface AnswerableForm {
  readonly ack: (response: { response_action: "errors"; errors: Record<string, string> }) => Promise<void>;
  readonly view: { readonly blocks: readonly { readonly type: string; readonly block_id?: string }[] };
  readonly logger: Logger;
}

/** The same for somebody who sent a form: it stays open, with all that was typed. */
export function answeringForm<Sent extends AnswerableForm>(
  listener: (sent: Sent) => Promise<void>,
): (sent: Sent) => Promise<void> {
  return async (sent) => {
    const taken = withForgivingAck(sent);
    try {
      await listener(taken);
    } catch (error) {
      sent.logger.error("a form could not be taken; it stays open, and the person is told", error);
      const place = firstInput(sent.view.blocks) ?? "details";
      await taken.ack({ response_action: "errors", errors: { [place]: ANSWERS.somethingWrong } });
    }
  };
}

/** Anybody may send anything: the blocks may not be blocks. */
function firstInput(blocks: unknown): string | undefined {
  if (!Array.isArray(blocks)) return undefined;
  const input = blocks.find((block: unknown): block is { block_id: string } => {
    const { type, block_id } = (block ?? {}) as { type?: unknown; block_id?: unknown };
    return type === "input" && typeof block_id === "string";
  });
  return input?.block_id;
}
