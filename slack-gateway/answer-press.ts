import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { ANSWERS, WINDOW } from "../domain/wording/to-whoever-clicked.ts";
import { onlyYou } from "./answering.ts";
import { openWindow } from "./open-window.ts";
import { SOON_IN_A_MESSAGE_MS, SOON_MS, soon } from "./soon.ts";
import { doneView } from "./views/act-form.ts";

export type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Answers whoever pressed a button, alone: below the message that it is in, or in a small window of its own. */
export async function answerPress(press: Press, text: string): Promise<void> {
  if (press.body.view) await openWindow(press, doneView(WINDOW.title, text));
  else await press.respond(onlyYou(text));
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
  const window = await openWindow(press, doneView(WINDOW.title, ANSWERS.oneMoment));
  const text = await answer;
  if (window) await client.views.update({ view_id: window, view: doneView(WINDOW.title, text) });
}
