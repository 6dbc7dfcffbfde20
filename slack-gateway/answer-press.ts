import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { onlyYou } from "./answering.ts";
import { doneView } from "./views/act-form.ts";

export type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Answers whoever pressed a button, alone: below the message that it is in, or in a small window of its own. */
export async function answerPress({ body, client, respond }: Press, text: string): Promise<void> {
  const view = doneView("Mentorship", text);
  if (body.view?.type === "modal") await client.views.push({ trigger_id: body.trigger_id, view });
  else if (body.view) await client.views.open({ trigger_id: body.trigger_id, view });
  else await respond(onlyYou(text));
}
