import { z } from "zod";
import { text } from "../arguments.ts";
import { knownChannel } from "../channel-access.ts";
import { method } from "../method.ts";
import { shownChannel } from "../shown-channel.ts";

export const conversationsInfo = method({
  name: "conversations.info",
  tier: 3,
  scopes: ["channels:read", "groups:read", "im:read", "mpim:read"],
  args: z.object({ channel: text }),
  run: (slack, { channel }) => ({ channel: shownChannel(slack, knownChannel(slack, channel)) }),
});
