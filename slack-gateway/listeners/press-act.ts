import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { type ActName, readAct } from "../../domain/act.ts";
import { isRequestId, memberId } from "../../domain/ids.ts";
import { ACT_FORMS, DONE } from "../../domain/wording/act-forms.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { onlyYou } from "../answering.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import type { Requests, Sent } from "../requests.ts";
import { roleFor } from "../role-for.ts";
import { actForm } from "../views/act-form.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Any button of a request but the claim: done at once, or with the small form that it needs. */
export const onActButton =
  (act: ActName, programme: ProgrammeCopy, requests: Requests) =>
  async ({ ack, action, body, client, respond, logger }: Press): Promise<void> => {
    const { current } = programme;
    const by = memberId(body.user.id);
    const channel = body.channel?.id;
    const as = roleFor(act, { member: by, channel }, current?.people);
    const id = action.value;
    const form = ACT_FORMS[act];
    if (!isRequestId(id) || !as) {
      await ack();
      await respond(onlyYou(as ? ANSWERS.notAButton : ANSWERS.notForYou));
      return;
    }
    if (form) {
      await ack();
      try {
        const view = actForm(form, { act, id, ...(channel && { channel }) }, current?.catalogue);
        await client.views.open({ trigger_id: body.trigger_id, view });
      } catch (error) {
        logger.warn(`the form of "${act}" did not open; the person is asked to try again`, error);
        await respond(onlyYou(ANSWERS.actFormDidNotOpen));
      }
      return;
    }
    const pressedAt = Math.round(Number(action.action_ts) * 1000);
    const read = readAct(act, { by, as, actionId: `${action.action_ts}-${by}`, pressedAt });
    const sent = "wrong" in read ? "not-sent" : await requests.act(id, read);
    await ack();
    await respond(onlyYou(answerTo(act, sent)));
  };

export function answerTo(act: ActName, sent: Sent): string {
  if (typeof sent === "object") return sent.because;
  switch (sent) {
    case "sent":
      return DONE[act] ?? ANSWERS.passedOn;
    case "over":
      return ANSWERS.over;
    case "not-sent":
      return ANSWERS.notSent;
  }
}
