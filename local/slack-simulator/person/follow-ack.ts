import { z } from "zod";
import { checkModal } from "../block-kit/check-blocks.ts";
import type { Slack } from "../slack.ts";
import { SlackError } from "../slack-error.ts";

const answer = z.discriminatedUnion("response_action", [
  z.object({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal("update"), view: z.unknown() }),
  z.object({ response_action: z.literal("push"), view: z.unknown() }),
  z.object({ response_action: z.literal("clear") }),
]);

interface Acked {
  readonly user: string;
  readonly viewId: string;
  readonly response: unknown;
}

/**
 * Does with the person's views what the acknowledgement of a form asks for; without an answer, the form closes.
 * https://docs.slack.dev/surfaces/modals#updating_views
 */
export function followAck(
  slack: Slack,
  { user, viewId, response }: Acked,
): { readonly errors?: Readonly<Record<string, string>> } {
  const { workspace } = slack;
  if (response === undefined || response === "") {
    workspace.closeViews(user, viewId);
    return {};
  }
  const parsed = answer.safeParse(response);
  if (!parsed.success) return complain(`view_submission was answered with ${JSON.stringify(response)}`);
  switch (parsed.data.response_action) {
    case "errors":
      return { errors: known(parsed.data.errors) };
    case "clear":
      workspace.closeViews(user);
      return {};
    case "update":
    case "push": {
      const modal = checkModal(parsed.data.view);
      if (!modal.ok) return complain(`response_action ${parsed.data.response_action}: ${modal.complaints.join("; ")}`);
      try {
        if (parsed.data.response_action === "push") workspace.openView(user, modal.value);
        else workspace.updateView(user, { id: viewId, modal: modal.value });
      } catch (error) {
        if (error instanceof SlackError)
          return complain(`response_action ${parsed.data.response_action}: ${error.code}`);
        throw error;
      }
      return {};
    }
  }

  function complain(problem: string): Readonly<Record<string, never>> {
    slack.complain(problem);
    return {};
  }

  /** Errors can stand under inputs only. */
  function known(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const inputs =
      workspace.views
        .of(user)
        .find(({ id }) => id === viewId)
        ?.blocks.filter(({ type }) => type === "input") ?? [];
    for (const id of Object.keys(errors)) {
      if (!inputs.some(({ block_id }) => block_id === id)) complain(`response_action errors: no input block "${id}"`);
    }
    return errors;
  }
}
