import type { Block } from "../block-kit/blocks.ts";
import { elementsOf, type Placed } from "../block-kit/elements-of.ts";
import type { Slack } from "../slack.ts";
import type { EphemeralMessage, SlackMessage } from "../slack-message.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { HomeView, OpenView } from "../slack-view.ts";
import type { Channel } from "../workspace/channels.ts";

/** Where a person acts: a message (ephemeral or not), a modal, or the Home tab. */
export type Target = { readonly channel: string; readonly ts: string } | { readonly id: string };

/** What the person sees there now, whatever it was when the target was looked up. */
export type Seen =
  | { readonly on: "message"; readonly message: SlackMessage; readonly channel: Channel }
  | { readonly on: "ephemeral"; readonly message: EphemeralMessage; readonly channel: Channel }
  | { readonly on: "view"; readonly view: OpenView | HomeView };

/** Throws when this person cannot see it. */
export function lookAt(slack: Slack, person: SeedUser, target: Target): Seen {
  if ("id" in target) return { on: "view", view: viewOf(slack, person, target.id) };
  const { workspace } = slack;
  const channel = workspace.channels.find(target.channel);
  if (!channel || (channel.kind !== "public" && !channel.members.includes(person.id))) {
    throw new Error(`${person.name} cannot see the channel ${target.channel}.`);
  }
  const message = workspace.messages.existing(channel.id, target.ts);
  if (message) return { on: "message", message, channel };
  const ephemeral = workspace.messages.ephemeral(target.ts);
  if (ephemeral?.user === person.id) return { on: "ephemeral", message: ephemeral, channel };
  throw new Error(`${person.name} sees no message ${target.ts} in ${channel.name}.`);
}

/** The modal on top, or the Home tab. What lies under another modal cannot be reached. */
function viewOf(slack: Slack, person: SeedUser, id: string): OpenView | HomeView {
  const top = slack.workspace.views.of(person.id).at(-1);
  if (top?.id === id) return top;
  const home = slack.workspace.home(person.id);
  if (home?.id === id) return home;
  throw new Error(`The view ${id} is not on top of what ${person.name} sees.`);
}

export function modalOf(slack: Slack, person: SeedUser, { id }: { readonly id: string }): OpenView {
  const view = viewOf(slack, person, id);
  if (view.type === "modal") return view;
  throw new Error("That is the Home tab; it cannot be submitted or closed.");
}

/** The element with this action_id, in this block if there are several. */
export function elementIn(
  blocks: readonly Block[],
  { actionId, blockId }: { readonly actionId: string; readonly blockId?: string | undefined },
): Placed {
  const all = elementsOf(blocks);
  const placed = all.find(
    ({ block, element }) => element.action_id === actionId && (blockId === undefined || block.block_id === blockId),
  );
  if (placed) return placed;
  const there = all.map(({ element }) => element.action_id).join(", ");
  throw new Error(`There is no "${actionId}" to press; there is: ${there || "nothing"}.`);
}
