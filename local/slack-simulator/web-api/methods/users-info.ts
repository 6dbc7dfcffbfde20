import { z } from "zod";
import { flag, text } from "../arguments.ts";
import { method } from "../method.ts";
import { shownUser } from "../shown-user.ts";

export const usersInfo = method({
  name: "users.info",
  tier: 4,
  scopes: ["users:read"],
  args: z.object({ user: text, include_locale: flag }),
  run: (slack, { user, include_locale }) => ({
    user: shownUser(slack, slack.workspace.people.get(user), include_locale),
  }),
});
