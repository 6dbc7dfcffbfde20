import { type Delivery, type DeliveryOptions, NOT_SENT } from "../delivery/delivery.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { OpenView } from "../slack-view.ts";
import { shownView } from "../web-api/shown-view.ts";
import { interactionBy } from "./payload-parts.ts";

/** Leaves a modal; the app hears of it if it asked to. */
export async function close(
  slack: Slack,
  person: SeedUser,
  { view, ...options }: DeliveryOptions & { readonly view: OpenView },
): Promise<Delivery> {
  const all = view.clear_on_close ?? false;
  slack.workspace.closeViews(person.id, all ? undefined : view.id);
  await slack.save();
  if (!view.notify_on_close) return NOT_SENT;
  const payload = {
    type: "view_closed",
    ...interactionBy(slack, person),
    view: shownView(slack, view),
    is_cleared: all,
  };
  return slack.deliver({ kind: "interactive", acceptsResponse: false, payload }, options);
}
