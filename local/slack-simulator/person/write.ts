import { type Delivery, type DeliveryOptions, NOT_SENT } from "../delivery/delivery.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import { sendEvent } from "./events.ts";

const SUBSCRIPTION = { im: "message.im", public: "message.channels", private: "message.groups" } as const;
const CHANNEL_TYPE = { im: "im", public: "channel", private: "group" } as const;

export interface Writing extends DeliveryOptions {
  readonly channelId: string;
  readonly text: string;
  readonly threadTs?: string;
}

/** A person's own message. The app hears of it where it is a member, if it subscribes. */
export async function write(
  slack: Slack,
  person: SeedUser,
  { channelId, text, threadTs, ...options }: Writing,
): Promise<Delivery> {
  const channel = slack.workspace.channels.find(channelId);
  if (!channel?.members.includes(person.id)) throw new Error(`${person.name} is not in the channel ${channelId}.`);
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const { ts } = slack.workspace.post({ channel: channelId, user: person.id, text, ...thread });
  await slack.save();
  if (!channel.members.includes(slack.app().botUserId)) return NOT_SENT;
  const common = { channel: channelId, user: person.id, text, ts, event_ts: ts, team: slack.team.id, ...thread };
  const heard = await sendEvent(
    slack,
    {
      subscription: SUBSCRIPTION[channel.kind],
      event: {
        type: "message",
        ...common,
        channel_type: CHANNEL_TYPE[channel.kind],
        client_msg_id: crypto.randomUUID(),
      },
    },
    options,
  );
  if (!text.includes(`<@${slack.app().botUserId}>`)) return heard;
  const mentioned = await sendEvent(
    slack,
    { subscription: "app_mention", event: { type: "app_mention", ...common } },
    options,
  );
  return heard.sent ? heard : mentioned;
}
