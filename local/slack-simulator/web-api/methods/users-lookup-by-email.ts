import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { text } from "../arguments.ts";
import { method } from "../method.ts";
import { shownUser } from "../shown-user.ts";

/** Deactivated people are not found. */
export const usersLookupByEmail = method({
  name: "users.lookupByEmail",
  tier: 3,
  scopes: ["users:read.email"],
  args: z.object({ email: text }),
  run: (slack, { email }) => {
    const user = slack.workspace.people.byEmail(email);
    if (!user) throw new SlackError("users_not_found");
    return { user: shownUser(slack, user) };
  },
});
