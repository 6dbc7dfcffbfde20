import type { Delivery, DeliveryOptions } from "../delivery/delivery.ts";
import type { Outgoing } from "../delivery/outgoing.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { OpenView } from "../slack-view.ts";
import { close } from "./close.ts";
import { command } from "./command.ts";
import { memberJoined, sendEvent } from "./events.ts";
import { type Filling, fill } from "./fill.ts";
import { type Press, press } from "./press.ts";
import { search } from "./search.ts";
import { submit } from "./submit.ts";
import { modalOf, type Target } from "./target.ts";
import { write } from "./write.ts";

/** A modal, as it was when it was looked up: what counts is its id. */
type ViewRef = { readonly id: string };

/** What one person does in Slack's client. What they could not do there throws. */
export interface SlackPerson {
  readonly id: string;
  /** Without a channel: in the direct message with the app. An answer in the acknowledgement is shown to them. */
  command(command: string, text?: string, channelId?: string, options?: DeliveryOptions): Promise<Delivery>;
  press(target: Target, actionId: string, how?: Press): Promise<Delivery>;
  /** Types into an external select. */
  searches(target: Target, actionId: string, query: string): Promise<Delivery>;
  fill(view: ViewRef, filling: Filling): OpenView;
  /** Fills in the rest and submits. What Slack's client refuses comes back as `errors`, unsent. */
  submit(view: ViewRef, filling?: Filling, options?: DeliveryOptions): Promise<Delivery>;
  close(view: ViewRef, options?: DeliveryOptions): Promise<Delivery>;
  opensHome(options?: DeliveryOptions & { readonly tab?: "home" | "messages" }): Promise<Delivery>;
  /** Without a channel id they cannot write: `dmId` of the simulator names the one with the app. */
  writes(
    channelId: string,
    text: string,
    options?: DeliveryOptions & { readonly threadTs?: string },
  ): Promise<Delivery>;
  /** Their own message, or anybody's if they are an admin. The app does not hear of it. */
  deletes(channelId: string, ts: string): Promise<void>;
  joins(channelId: string): Promise<void>;
  leaves(channelId: string): Promise<void>;
  /** Sends any payload at all, with nothing checked. */
  deliver(payload: Outgoing["payload"], kind?: Outgoing["kind"], options?: DeliveryOptions): Promise<Delivery>;
}

export function slackPerson(slack: Slack, id: string): SlackPerson {
  const self = (): SeedUser => {
    const user = slack.workspace.people.get(id);
    if (user.deactivated) throw new Error(`${user.name} is deactivated and can do nothing in Slack.`);
    return user;
  };
  const channelOf = (channelId: string) => {
    const channel = slack.workspace.channels.find(channelId);
    if (!channel) throw new Error(`There is no channel ${channelId}.`);
    return channel;
  };
  const dm = (): string => slack.workspace.dmWith(id, slack.app().botUserId).id;

  return {
    id,
    command: async (name, text = "", channelId = dm(), options = {}) =>
      command(slack, self(), { command: name, text, channelId, ...options }),
    press: async (target, actionId, how = {}) => press(slack, self(), { target, actionId, ...how }),
    searches: async (target, actionId, query) => search(slack, self(), { target, actionId, query }),
    fill: (view, filling) => fill(slack, self(), { view: modalOf(slack, self(), view), filling }),
    submit: async (view, filling = {}, options = {}) => {
      const filled = fill(slack, self(), { view: modalOf(slack, self(), view), filling });
      return submit(slack, self(), { view: filled, ...options });
    },
    close: async (view, options = {}) => close(slack, self(), { view: modalOf(slack, self(), view), ...options }),
    opensHome: async ({ tab = "home", ...options } = {}) => {
      const event = { type: "app_home_opened", user: self().id, channel: dm(), event_ts: slack.workspace.newTs(), tab };
      return sendEvent(slack, { subscription: "app_home_opened", event }, options);
    },
    writes: async (channelId, text, options = {}) => write(slack, self(), { channelId, text, ...options }),
    deletes: async (channelId, ts) => {
      const message = slack.workspace.messages.existing(channelId, ts);
      if (!message) throw new Error(`There is no message ${ts} in ${channelId}.`);
      if (message.user !== id && !self().isAdmin) throw new Error(`${self().name} cannot delete what others wrote.`);
      slack.workspace.delete(message);
      await slack.save();
    },
    joins: async (channelId) => {
      const channel = channelOf(channelId);
      if (channel.members.includes(id)) return;
      slack.workspace.join(self().id, channel);
      memberJoined(slack, { user: id, channel: channelId });
      await slack.save();
    },
    leaves: async (channelId) => {
      slack.workspace.leave(self().id, channelOf(channelId));
      await slack.save();
    },
    deliver: async (payload, kind = "interactive", options = {}) =>
      slack.deliver({ kind, payload, acceptsResponse: kind !== "events_api" }, options),
  };
}
