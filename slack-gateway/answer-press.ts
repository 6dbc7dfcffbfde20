import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { ANSWERS, WINDOW } from "../domain/wording/to-whoever-clicked.ts";
import { onlyYou } from "./answering.ts";
import { SOON_IN_A_MESSAGE_MS, SOON_MS, soon } from "./soon.ts";
import { doneView } from "./views/act-form.ts";

export type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Answers whoever pressed a button, alone: below the message that it is in, or in a small window of its own. */
export async function answerPress({ body, client, respond }: Press, text: string): Promise<void> {
  const view = doneView(WINDOW.title, text);
  if (body.view?.type === "modal") await client.views.push({ trigger_id: body.trigger_id, view });
  else if (body.view) await client.views.open({ trigger_id: body.trigger_id, view });
  else await respond(onlyYou(text));
}

/** The same, where the answer may take some seconds: whoever has waited too long since `pressedAt` is told so first. */
export async function answerPressLater(
  press: Press,
  answer: Promise<string>,
  pressedAt: number = Date.now(),
): Promise<void> {
  const { body, client, respond } = press;
  const mayTake = body.view ? SOON_MS : SOON_IN_A_MESSAGE_MS;
  const inTime = await soon(answer, Math.max(0, pressedAt + mayTake - Date.now()));
  if (inTime !== undefined) return answerPress(press, inTime);
  if (!body.view) {
    await respond(onlyYou(ANSWERS.oneMoment));
    return answerPress(press, await answer);
  }
  const opening = { trigger_id: body.trigger_id, view: doneView(WINDOW.title, ANSWERS.oneMoment) };
  const { view } = await (body.view.type === "modal" ? client.views.push(opening) : client.views.open(opening));
  const text = await answer;
  if (view?.id) await client.views.update({ view_id: view.id, view: doneView(WINDOW.title, text) });
}
