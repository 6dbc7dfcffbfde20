import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import type { EphemeralMessage, SlackMessage } from "../../local/slack-simulator/slack-message.ts";
import type { SlackSimulator } from "../../local/slack-simulator/slack-simulator.ts";

type Where = { readonly channel: string } | { readonly dmOf: string } | { readonly onlyFor: string };

/** Says nothing yet; whether it comes depends on how busy the machine is. */
const isOnlyWaiting = ({ text }: { readonly text: string }): boolean => text === ANSWERS.oneMoment;

/** Which of the programme's messages a story has spoken of. */
export class Heard {
  readonly #slack: SlackSimulator;
  readonly #spokenOf = new Set<string>();
  #listens = true;

  constructor(slack: SlackSimulator) {
    this.#slack = slack;
  }

  /** The first message there that has this text and was not spoken of yet; waits for it. */
  async next<Place extends Where>(
    where: Place,
    text: string | RegExp,
  ): Promise<Place extends { onlyFor: string } ? EphemeralMessage : SlackMessage> {
    const fits = (message: { text: string }) =>
      typeof text === "string" ? message.text.includes(text) : text.test(message.text);
    const place = Object.values(where).join();
    const message = await this.#slack
      .when(() => this.#there(where).find((one) => !this.#spokenOf.has(keyOf(one)) && fits(one)), {
        for: `a message at ${place} with ${text}`,
        withinMs: 15_000,
      })
      .catch((error: unknown) => {
        const there = this.#there(where).map(
          (one) => `  ${this.#spokenOf.has(keyOf(one)) ? "(spoken of) " : ""}${one.text}`,
        );
        throw new Error(`${error instanceof Error ? error.message : error}\nThere is:\n${there.join("\n")}`);
      });
    this.#spokenOf.add(keyOf(message));
    return message as Place extends { onlyFor: string } ? EphemeralMessage : SlackMessage;
  }

  /** Whatever was said up to now is as it should be: the story is about something else. */
  allIsSaid(): void {
    for (const message of this.#all()) this.#spokenOf.add(keyOf(message));
  }

  /** Whatever is said is as it should be, also later. */
  isNotListenedTo(): void {
    this.#listens = false;
  }

  unspokenOf(): readonly string[] {
    if (!this.#listens) return [];
    return this.#all()
      .filter((one) => !this.#spokenOf.has(keyOf(one)) && !isOnlyWaiting(one))
      .map((one) => `${one.channel}: ${one.text}`);
  }

  #all(): readonly (SlackMessage | EphemeralMessage)[] {
    const messages = this.#slack
      .channels()
      .flatMap(({ id }) => this.#slack.messages(id))
      .filter(({ bot_id }) => bot_id !== undefined);
    return [...messages, ...this.#slack.ephemerals()];
  }

  #there(where: Where): readonly (SlackMessage | EphemeralMessage)[] {
    if ("channel" in where) return this.#slack.messages(where.channel);
    if ("dmOf" in where) return this.#slack.dm(where.dmOf);
    return this.#slack.ephemerals({ user: where.onlyFor });
  }
}

const keyOf = ({ channel, ts, seq }: SlackMessage | EphemeralMessage): string => `${channel} ${ts} ${seq}`;
