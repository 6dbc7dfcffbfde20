import { z } from "zod";
import type { Slack } from "./slack.ts";
import { SlackError } from "./slack-error.ts";
import type { MessageContent } from "./slack-message.ts";
import { flag, optionalText } from "./web-api/arguments.ts";
import { contentArguments, wholeContent } from "./web-api/content.ts";
import type { ResponseUrl } from "./workspace/response-urls.ts";

const bodySchema = z.object({
  ...contentArguments,
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: flag,
  delete_original: flag,
  thread_ts: optionalText,
});

interface Response {
  readonly where: Pick<ResponseUrl, "user" | "channel" | "source">;
  readonly via: "response_url" | "ack";
  readonly body: unknown;
}

/**
 * Shows what the app answers to a command or a press: to the person alone, unless it says `in_channel`.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 * @throws invalid_payload, no_text, invalid_blocks
 */
export function respond(slack: Slack, { where, via, body }: Response): void {
  const parsed = bodySchema.safeParse(typeof body === "string" ? { text: body } : body);
  if (!parsed.success) throw new SlackError("invalid_payload");
  const { response_type, replace_original, delete_original, thread_ts, ...given } = parsed.data;
  const { workspace } = slack;
  if (delete_original) {
    remove(slack, where);
    return;
  }
  const { metadata: _neverKept, ...content } = wholeContent(given);
  const thread = thread_ts === undefined ? {} : { thread_ts };
  if (replace_original) {
    replace(slack, { where, via, content });
  } else if (response_type === "in_channel") {
    const { botUserId: user, botId: bot_id } = slack.app();
    workspace.post({ ...content, ...thread, channel: where.channel, user, bot_id });
  } else {
    workspace.showEphemeral({ ...content, ...thread, user: where.user, channel: where.channel, via });
  }
}

function remove({ workspace }: Slack, { channel, source }: Response["where"]): void {
  const message = source && workspace.messages.existing(channel, source.ts);
  if (source?.isEphemeral) workspace.removeEphemeral(source.ts);
  else if (message) workspace.delete(message);
}

/** Unlike `chat.update`, what is not given goes away. */
function replace(
  slack: Slack,
  { where, via, content }: Pick<Response, "where" | "via"> & { readonly content: MessageContent },
): void {
  const { user, channel, source } = where;
  if (!source) throw new SlackError("cant_update_message");
  if (source.isEphemeral) {
    slack.workspace.showEphemeral({
      ...content,
      user,
      channel,
      via,
      ts: source.ts,
      ...(source.threadTs === undefined ? {} : { thread_ts: source.threadTs }),
    });
    return;
  }
  const message = slack.workspace.messages.existing(channel, source.ts);
  if (!message) throw new SlackError("message_not_found");
  slack.workspace.update(message, { blocks: [], ...content }, slack.app().botUserId);
}
