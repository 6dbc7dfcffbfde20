import type { Block } from "../block-kit/blocks.ts";
import type { Placed } from "../block-kit/elements-of.ts";
import { initialState, type StateValue, type StateValues, withValue } from "../block-kit/state-values.ts";
import type { Delivery, DeliveryOptions } from "../delivery/delivery.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import { shownMessage } from "../web-api/shown-message.ts";
import { shownView } from "../web-api/shown-view.ts";
import { type Choice, chosen } from "./chosen.ts";
import { channelName, interactionBy } from "./payload-parts.ts";
import { refuseStrangers } from "./refuse-strangers.ts";
import { elementIn, lookAt, type Seen, type Target } from "./target.ts";

export interface Press extends DeliveryOptions {
  /** Needed when several blocks have an element with this action_id. */
  readonly blockId?: string;
  /** What is chosen or typed, where there is something to choose. */
  readonly value?: Choice;
}

/** Sends `block_actions`. https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function press(
  slack: Slack,
  person: SeedUser,
  { target, actionId, ...how }: Press & { readonly target: Target; readonly actionId: string },
): Promise<Delivery> {
  const seen = lookAt(slack, person, target);
  const placed = elementIn(blocksOf(seen), { actionId, blockId: how.blockId });
  if (placed.block.type === "input" && !placed.block.dispatch_action) {
    throw new Error(`"${actionId}" is an input without dispatch_action: it is filled in, and sent with the form.`);
  }
  const value = refuseStrangers(slack, chosen(placed.element, how.value));
  const state = remember(slack, person, { seen, placed, value });
  await slack.save();
  return slack.deliver(
    {
      kind: "interactive",
      acceptsResponse: false,
      payload: {
        type: "block_actions",
        ...interactionBy(slack, person),
        ...where(slack, person, lookAt(slack, person, target)),
        state: { values: state },
        actions: [
          {
            action_id: placed.element.action_id,
            block_id: placed.block.block_id,
            ...value,
            action_ts: slack.workspace.newTs(),
          },
        ],
      },
    },
    how,
  );
}

export function blocksOf(seen: Seen): readonly Block[] {
  return seen.on === "view" ? seen.view.blocks : (seen.message.blocks ?? []);
}

/** What has been chosen in a modal stays chosen there; elsewhere it is only told. */
function remember(
  slack: Slack,
  { id: user }: SeedUser,
  { seen, placed, value }: { readonly seen: Seen; readonly placed: Placed; readonly value: StateValue },
): StateValues {
  const before = seen.on === "view" ? seen.view.state.values : initialState(blocksOf(seen));
  const holds = placed.element.type !== "button" && placed.element.type !== "overflow";
  const values = holds ? withValue(before, placed, value) : before;
  if (seen.on === "view" && seen.view.type === "modal")
    slack.workspace.views.fill(user, { id: seen.view.id, state: { values } });
  return values;
}

function where(slack: Slack, { id: user }: SeedUser, seen: Seen): Readonly<Record<string, unknown>> {
  const { triggers, responseUrls } = slack.workspace;
  if (seen.on === "view") {
    return {
      container: { type: "view", view_id: seen.view.id },
      trigger_id: triggers.issue({ user, ...(seen.view.type === "modal" ? { viewId: seen.view.id } : {}) }),
      view: shownView(slack, seen.view),
    };
  }
  const { message, channel } = seen;
  const isEphemeral = seen.on === "ephemeral";
  const threadTs = message.thread_ts === undefined ? {} : { threadTs: message.thread_ts };
  const id = responseUrls.issue({ user, channel: channel.id, source: { ts: message.ts, isEphemeral, ...threadTs } });
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    },
    trigger_id: triggers.issue({ user }),
    channel: { id: channel.id, name: channelName(channel) },
    ...(seen.on === "message" ? { message: shownMessage(slack, seen.message) } : {}),
    response_url: `${slack.url()}/actions/${slack.team.id}/${id}`,
  };
}
