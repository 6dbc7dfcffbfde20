import { type Delivery, type DeliveryOptions, NOT_SENT } from "../delivery/delivery.ts";
import type { Outgoing } from "../delivery/outgoing.ts";
import type { Slack } from "../slack.ts";
import { VERIFICATION_TOKEN } from "./payload-parts.ts";

interface Happening {
  /** What the app must have subscribed to: the event's type, or "message.im" and the like. */
  readonly subscription: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** Sends an event, if the app wants it. https://docs.slack.dev/apis/events-api */
export async function sendEvent(
  slack: Slack,
  { subscription, event }: Happening,
  options?: DeliveryOptions,
): Promise<Delivery> {
  if (!slack.app().events?.includes(subscription)) return NOT_SENT;
  return slack.deliver(callback(slack, event), options);
}

/** Somebody is in a channel now. Nobody waits for the app to hear of it. */
export function memberJoined(
  slack: Slack,
  { user, channel, inviter }: { readonly user: string; readonly channel: string; readonly inviter?: string },
): void {
  const kind = slack.workspace.channels.find(channel)?.kind;
  const event = {
    type: "member_joined_channel",
    user,
    channel,
    channel_type: kind === "private" ? "G" : "C",
    team: slack.team.id,
    event_ts: slack.workspace.newTs(),
    ...(inviter === undefined ? {} : { inviter }),
  };
  sendEvent(slack, { subscription: "member_joined_channel", event }).catch(() => undefined);
}

const callback = (slack: Slack, event: Happening["event"]): Outgoing => ({
  kind: "events_api",
  acceptsResponse: false,
  payload: {
    token: VERIFICATION_TOKEN,
    team_id: slack.team.id,
    context_team_id: slack.team.id,
    context_enterprise_id: null,
    api_app_id: slack.app().id,
    event,
    type: "event_callback",
    event_id: slack.workspace.newId("Ev"),
    event_time: Math.floor(slack.workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: slack.team.id,
        user_id: slack.app().botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  },
});
