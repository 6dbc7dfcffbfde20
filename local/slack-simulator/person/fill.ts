import { elementsOf } from "../block-kit/elements-of.ts";
import { withValue } from "../block-kit/state-values.ts";
import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { OpenView } from "../slack-view.ts";
import { type Choice, chosen } from "./chosen.ts";
import { refuseStrangers } from "./refuse-strangers.ts";

/** By block_id, or by action_id where a block has several elements. */
export type Filling = Readonly<Record<string, Choice>>;

/** Types and chooses in a form, and tells nobody. */
export function fill(
  slack: Slack,
  { id: user }: SeedUser,
  { view, filling }: { readonly view: OpenView; readonly filling: Filling },
): OpenView {
  const places = elementsOf(view.blocks).filter(
    ({ element }) => element.type !== "button" && element.type !== "overflow",
  );
  const values = Object.entries(filling).reduce((state, [id, choice]) => {
    const placed =
      places.find(({ block }) => block.block_id === id) ?? places.find(({ element }) => element.action_id === id);
    if (!placed) {
      const there = places.map(({ block }) => block.block_id).join(", ");
      throw new Error(`The form has no "${id}" to fill in; it has: ${there || "nothing"}.`);
    }
    return withValue(state, placed, refuseStrangers(slack, chosen(placed.element, choice)));
  }, view.state.values);
  return slack.workspace.views.fill(user, { id: view.id, state: { values } });
}
