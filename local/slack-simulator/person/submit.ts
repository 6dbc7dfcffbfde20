import type { Delivery, DeliveryOptions } from "../delivery/delivery.ts";
import { NOT_SENT } from "../delivery/delivery.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { OpenView } from "../slack-view.ts";
import { shownView } from "../web-api/shown-view.ts";
import { followAck } from "./follow-ack.ts";
import { refusedInputs } from "./form-rules.ts";
import { interactionBy } from "./payload-parts.ts";

/** Sends `view_submission`. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export async function submit(
  slack: Slack,
  person: SeedUser,
  { view, ...options }: DeliveryOptions & { readonly view: OpenView },
): Promise<Delivery> {
  if (!view.submit) throw new Error(`The view "${view.title.text}" has no submit button.`);
  const errors = refusedInputs(view.blocks, view.state.values);
  if (Object.keys(errors).length > 0) return { ...NOT_SENT, errors };
  const payload = {
    type: "view_submission",
    ...interactionBy(slack, person),
    trigger_id: slack.workspace.triggers.issue({ user: person.id, viewId: view.id }),
    view: shownView(slack, view),
    response_urls: responseUrls(slack, person, view),
  };
  await slack.save();
  const delivery = await slack.deliver({ kind: "interactive", acceptsResponse: true, payload }, options);
  const first = [delivery, ...(delivery.duplicates ?? [])].find(({ acked }) => acked);
  if (!first) return delivery;
  const shown = followAck(slack, { user: person.id, viewId: view.id, response: first.response });
  await slack.save();
  return shown.errors ? { ...delivery, errors: shown.errors } : delivery;
}

/** Where the app may answer, for the channel pickers that say `response_url_enabled`. */
function responseUrls(slack: Slack, { id: user }: SeedUser, view: OpenView): readonly unknown[] {
  return view.blocks.flatMap((block) => {
    if (block.type !== "input" || !("response_url_enabled" in block.element) || !block.element.response_url_enabled)
      return [];
    const {
      block_id = "",
      element: { action_id = "" },
    } = block;
    const state = view.state.values[block_id]?.[action_id];
    const channel = state?.selected_conversation ?? state?.selected_channel;
    if (typeof channel !== "string") return [];
    const id = slack.workspace.responseUrls.issue({ user, channel });
    return [
      { block_id, action_id, channel_id: channel, response_url: `${slack.url()}/actions/${slack.team.id}/${id}` },
    ];
  });
}
