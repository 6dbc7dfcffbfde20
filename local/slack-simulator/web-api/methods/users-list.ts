import { z } from "zod";
import { flag, limit, optionalText } from "../arguments.ts";
import { method } from "../method.ts";
import { page } from "../page.ts";
import { shownUser } from "../shown-user.ts";

/** Deactivated people are listed too, as `deleted`. */
export const usersList = method({
  name: "users.list",
  tier: 2,
  scopes: ["users:read"],
  args: z.object({ cursor: optionalText, limit: limit(1_000), include_locale: flag }),
  run: (slack, { include_locale, ...wanted }) => {
    const { items, next } = page(slack.workspace.people.all(), ({ id }) => id, wanted);
    return { members: items.map((user) => shownUser(slack, user, include_locale)), cache_ts: 0, ...next };
  },
});
