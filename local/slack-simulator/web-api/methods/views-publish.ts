import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { nested, optionalText, text } from "../arguments.ts";
import { givenHome } from "../given-view.ts";
import { method } from "../method.ts";
import { shownView } from "../shown-view.ts";

export const viewsPublish = method({
  name: "views.publish",
  tier: 4,
  scopes: [],
  args: z.object({ user_id: text, hash: optionalText, view: nested }),
  run: (slack, { user_id, hash, view }) => {
    const home = givenHome(view);
    const { id } = slack.workspace.people.get(user_id);
    const published = slack.workspace.home(id);
    if (hash !== undefined && published !== undefined && hash !== published.hash) throw new SlackError("hash_conflict");
    return { view: shownView(slack, slack.workspace.publishHome(id, home)) };
  },
});
