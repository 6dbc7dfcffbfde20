import type { Delivery, DeliveryOptions } from "../delivery/delivery.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import { shownView } from "../web-api/shown-view.ts";
import { interactionBy } from "./payload-parts.ts";
import { blocksOf } from "./press.ts";
import { elementIn, lookAt, type Target } from "./target.ts";

export interface Search extends DeliveryOptions {
  readonly target: Target;
  readonly actionId: string;
  readonly query: string;
}

/** Types into an external select; the options come back as `response`. https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export async function search(
  slack: Slack,
  person: SeedUser,
  { target, actionId, query, ...options }: Search,
): Promise<Delivery> {
  const seen = lookAt(slack, person, target);
  const { block, element } = elementIn(blocksOf(seen), { actionId });
  const payload = {
    type: "block_suggestion",
    ...interactionBy(slack, person),
    action_id: element.action_id,
    block_id: block.block_id,
    value: query,
    ...(seen.on === "view"
      ? { container: { type: "view", view_id: seen.view.id }, view: shownView(slack, seen.view) }
      : { container: { type: "message", message_ts: seen.message.ts, channel_id: seen.channel.id } }),
  };
  return slack.deliver({ kind: "interactive", acceptsResponse: true, payload }, options);
}
