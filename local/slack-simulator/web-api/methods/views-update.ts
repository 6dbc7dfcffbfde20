import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { nested, optionalText } from "../arguments.ts";
import { givenModal } from "../given-view.ts";
import { method } from "../method.ts";
import { shownView } from "../shown-view.ts";

export const viewsUpdate = method({
  name: "views.update",
  tier: 4,
  scopes: [],
  args: z.object({ view_id: optionalText, external_id: optionalText, hash: optionalText, view: nested }),
  run: (slack, { view_id, external_id, hash, view }) => {
    const modal = givenModal(view);
    const open = slack.workspace.views.find((one) =>
      view_id === undefined ? external_id !== undefined && one.external_id === external_id : one.id === view_id,
    );
    if (!open) throw new SlackError("not_found");
    if (hash !== undefined && hash !== open.view.hash) throw new SlackError("hash_conflict");
    return { view: shownView(slack, slack.workspace.updateView(open.user, { id: open.view.id, modal })) };
  },
});
