import { z } from "zod";
import { limit, optionalText, text } from "../arguments.ts";
import { knownChannel } from "../channel-access.ts";
import { method } from "../method.ts";
import { page } from "../page.ts";

export const conversationsMembers = method({
  name: "conversations.members",
  tier: 4,
  scopes: ["channels:read", "groups:read", "im:read", "mpim:read"],
  args: z.object({ channel: text, cursor: optionalText, limit: limit(100) }),
  run: (slack, { channel, ...wanted }) => {
    const { items: members, next } = page(knownChannel(slack, channel).members, (id) => id, wanted);
    return { members, ...next };
  },
});
