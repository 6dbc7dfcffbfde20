import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { nested, text } from "../arguments.ts";
import { givenModal } from "../given-view.ts";
import { method } from "../method.ts";
import { shownView } from "../shown-view.ts";

export const viewsPush = method({
  name: "views.push",
  tier: 4,
  scopes: [],
  args: z.object({ trigger_id: text, view: nested }),
  run: (slack, { trigger_id, view }) => {
    const modal = givenModal(view);
    const { user } = slack.workspace.triggers.exchange(trigger_id);
    if (slack.workspace.views.of(user).length === 0) throw new SlackError("not_found");
    return { view: shownView(slack, slack.workspace.openView(user, modal)) };
  },
});
