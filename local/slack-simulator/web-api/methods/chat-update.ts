import { z } from "zod";
import { LIMITS } from "../../block-kit/limits.ts";
import { SlackError } from "../../slack-error.ts";
import { text } from "../arguments.ts";
import { visibleChannel } from "../channel-access.ts";
import { contentArguments, givenContent } from "../content.ts";
import { method } from "../method.ts";
import { shownMessage } from "../shown-message.ts";

/** What is not given stays: blocks and metadata go away with an empty array and an empty object only. */
export const chatUpdate = method({
  name: "chat.update",
  tier: 3,
  scopes: ["chat:write"],
  args: z.object({ ...contentArguments, channel: text, ts: text }),
  run: (slack, { channel: channelId, ts, ...given }) => {
    const channel = visibleChannel(slack, channelId);
    if (channel.isArchived) throw new SlackError("is_inactive");
    const message = slack.workspace.messages.existing(channel.id, ts);
    if (!message) throw new SlackError("message_not_found");
    const { botUserId } = slack.app();
    if (message.user !== botUserId) throw new SlackError("cant_update_message");
    const { metadata: given_metadata, ...content } = givenContent(given, LIMITS.updatedMessageText);
    if (!content.text && !content.blocks && !content.attachments) throw new SlackError("no_text");
    const { metadata: old, ...rest } = message;
    const metadata = given.metadata === undefined ? old : given_metadata;
    const updated = slack.workspace.update({ ...rest, ...(metadata ? { metadata } : {}) }, content, botUserId);
    return { channel: channel.id, ts, text: updated.text, message: shownMessage(slack, updated) };
  },
});
