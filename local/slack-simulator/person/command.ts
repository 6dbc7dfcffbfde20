import type { Delivery, DeliveryOptions } from "../delivery/delivery.ts";
import { respond } from "../respond.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import { channelName, VERIFICATION_TOKEN } from "./payload-parts.ts";

export interface Typed extends DeliveryOptions {
  readonly command: string;
  readonly text: string;
  readonly channelId: string;
}

/** Sends a slash command. https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function command(
  slack: Slack,
  person: SeedUser,
  { command: name, text, channelId, ...options }: Typed,
): Promise<Delivery> {
  const { commands, id: appId } = slack.app();
  if (commands && !commands.includes(name))
    throw new Error(`${name} is not a valid command; there are: ${commands.join(", ")}.`);
  const channel = slack.workspace.channels.find(channelId);
  if (!channel?.members.includes(person.id)) throw new Error(`${person.name} is not in the channel ${channelId}.`);
  const id = slack.workspace.responseUrls.issue({ user: person.id, channel: channelId });
  const payload = {
    token: VERIFICATION_TOKEN,
    team_id: slack.team.id,
    team_domain: slack.team.domain,
    channel_id: channelId,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.name,
    command: name,
    text,
    api_app_id: appId,
    is_enterprise_install: "false",
    response_url: `${slack.url()}/commands/${slack.team.id}/${id}`,
    trigger_id: slack.workspace.triggers.issue({ user: person.id }),
  };
  await slack.save();
  const delivery = await slack.deliver({ kind: "slash_commands", acceptsResponse: true, payload }, options);
  if (delivery.response !== undefined && delivery.response !== "") {
    respond(slack, { where: { user: person.id, channel: channelId }, via: "ack", body: delivery.response });
    await slack.save();
  }
  return delivery;
}
