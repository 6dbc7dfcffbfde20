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
    try {
      await listener(click);
    } catch (error) {
      click.logger.error("a listener failed; the person is told that nothing was done", error);
      await click.ack();
      await click.respond?.(onlyYou(ANSWERS.somethingWrong));
    }
  };
}
