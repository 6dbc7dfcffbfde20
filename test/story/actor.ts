import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import type { Person } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { Delivery, DeliveryOptions } from "../../local/slack-simulator/delivery/delivery.ts";
import type { Filling } from "../../local/slack-simulator/person/fill.ts";
import type { SlackPerson } from "../../local/slack-simulator/person/slack-person.ts";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";
import { eventually, type Story } from "./story.ts";

export interface Asking {
  readonly service?: string;
  readonly skills?: readonly string[];
  readonly details?: string;
  readonly affiliation?: string;
}

/** Somebody in a story: what they do in Slack, and what they hear there. */
export class Actor {
  readonly #story: Story;
  readonly id: string;
  readonly slack: SlackPerson;

  constructor(story: Story, { id }: Person) {
    this.#story = story;
    this.id = id;
    this.slack = story.machine.slack.as(id);
  }

  /** Opens the form, fills it in and sends it. */
  async asksForHelpWith(skill: string, asking: Asking = {}, options: DeliveryOptions = {}): Promise<Delivery> {
    const view = await this.opensForm();
    const {
      service = "Code review",
      skills = [skill],
      details = "I am stuck with my first real query, evenings suit me.",
      affiliation,
    } = asking;
    const sent = await this.slack.submit(
      view,
      { service, skills, details, ...(affiliation && { affiliation }) },
      options,
    );
    this.#story.request = requestIdFor(view.id, skills.length === 1 ? (skills[0] ?? "") : service);
    if (!sent.errors) for (const left of this.#story.machine.slack.openViews(this.id)) await this.slack.close(left);
    return sent;
  }

  /** Types `/mentor`, and again when told that the form did not open, or by Slack that the app did not respond. */
  async opensForm(): Promise<{ readonly id: string }> {
    const { slack } = this.#story.machine;
    const timesTold = () =>
      slack.ephemerals({ user: this.id }).filter(({ text }) => text === ANSWERS.formDidNotOpen).length;
    const before = timesTold();
    const form = () => slack.openViews(this.id).findLast(({ callback_id }) => callback_id === "request-form");
    const { acked } = await this.slack.command("/mentor");
    if (!acked && !form()) {
      await eventually(async () => slack.socketCount() > 0 || undefined, "the gateway's socket to be back", 20_000);
      return this.opensForm();
    }
    const opened = await slack.when(() => form() ?? (timesTold() > before && "not opened"), {
      for: "the form to open",
      withinMs: 20_000,
    });
    return opened === "not opened" ? this.opensForm() : opened;
  }

  /** Presses the button on the latest card. */
  async claims(options: DeliveryOptions = {}): Promise<Delivery> {
    return this.pressesOnCard("claim", options);
  }

  /** Presses a button on the latest card that has buttons. */
  async pressesOnCard(act: string, options: DeliveryOptions = {}): Promise<Delivery> {
    const { slack } = this.#story.machine;
    const card = slack
      .messages(LOCAL.mentorsChannel)
      .findLast(({ blocks }) => JSON.stringify(blocks).includes('"claim"'));
    if (!card) throw new Error("There is no card with a button to press.");
    return this.slack.press({ channel: card.channel, ts: card.ts }, act, options);
  }

  /** Presses a button in the latest direct message that has it. */
  async presses(act: string, options: DeliveryOptions = {}): Promise<Delivery> {
    const { slack } = this.#story.machine;
    const message = await slack.when(
      () => slack.dm(this.id).findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes(`"action_id":"${act}"`)),
      { for: `a message with the button "${act}"` },
    );
    return this.slack.press({ channel: message.channel, ts: message.ts }, act, options);
  }

  /** Presses a button, fills in the form behind it, sends it, and closes what is left of it. */
  async fillsIn(act: string, filling: Filling, press = () => this.presses(act)): Promise<Delivery> {
    const { slack } = this.#story.machine;
    const before = slack.openViews(this.id).map(({ id }) => id);
    await press();
    const form = await slack.when(
      () => slack.openViews(this.id).find(({ private_metadata }) => private_metadata?.includes(`"${act}"`)),
      { for: `the form of "${act}" to open` },
    );
    const sent = await this.slack.submit(form, filling);
    for (const view of slack.openViews(this.id)) if (!before.includes(view.id)) await this.slack.close(view);
    return sent;
  }

  /** Hears this in a direct message. */
  async receives(text: string | RegExp) {
    return this.#story.heard.next({ dmOf: this.id }, text);
  }

  /** Sees this, alone, until the next reload. */
  async isShown(text: string | RegExp) {
    return this.#story.heard.next({ onlyFor: this.id }, text);
  }
}
