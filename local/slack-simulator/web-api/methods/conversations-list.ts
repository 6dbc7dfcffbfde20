import { z } from "zod";
import { SlackError } from "../../slack-error.ts";
import { flag, ids, limit, optionalText } from "../arguments.ts";
import { isMember } from "../channel-access.ts";
import { method, needOneOf } from "../method.ts";
import { page } from "../page.ts";
import { shownChannel } from "../shown-channel.ts";

const KINDS: Readonly<Record<string, { readonly kind: string; readonly scope: string }>> = {
  public_channel: { kind: "public", scope: "channels:read" },
  private_channel: { kind: "private", scope: "groups:read" },
  im: { kind: "im", scope: "im:read" },
  mpim: { kind: "mpim", scope: "mpim:read" },
};

export const conversationsList = method({
  name: "conversations.list",
  tier: 2,
  scopes: ["channels:read", "groups:read", "im:read", "mpim:read"],
  args: z.object({ types: ids, exclude_archived: flag, cursor: optionalText, limit: limit(100) }),
  run: (slack, { types, exclude_archived, ...wanted }) => {
    const kinds = (types.length > 0 ? types : ["public_channel"]).map((type) => {
      const known = KINDS[type];
      if (!known) throw new SlackError("invalid_types");
      needOneOf([known.scope], slack.app().scopes);
      return known.kind;
    });
    const seen = slack.workspace.channels
      .all()
      .filter((channel) => kinds.includes(channel.kind) && (channel.kind === "public" || isMember(slack, channel)))
      .filter((channel) => !(exclude_archived && channel.isArchived));
    const { items, next } = page(seen, ({ id }) => id, wanted);
    return { channels: items.map((channel) => shownChannel(slack, channel)), ...next };
  },
});
