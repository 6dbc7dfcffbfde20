import { z } from "zod";
import { nested, text } from "../arguments.ts";
import { givenModal } from "../given-view.ts";
import { method } from "../method.ts";
import { shownView } from "../shown-view.ts";

/** From inside a modal it comes on top, like `views.push`; otherwise it is the only one on the screen. */
export const viewsOpen = method({
  name: "views.open",
  tier: 4,
  scopes: [],
  args: z.object({ trigger_id: text, view: nested }),
  run: (slack, { trigger_id, view }) => {
    const modal = givenModal(view);
    const { user, viewId } = slack.workspace.triggers.exchange(trigger_id);
    if (viewId === undefined) slack.workspace.closeViews(user);
    return { view: shownView(slack, slack.workspace.openView(user, modal)) };
  },
});
