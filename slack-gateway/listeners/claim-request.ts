import { actionId, isRequestId, memberId } from "../../domain/ids.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { isPrivate } from "../presser-of.ts";
import type { Requests } from "../requests.ts";

/** The "I can help" button. The workflow redraws the card, and answers whoever was too late. */
export const onClaim =
  (requests: Requests) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body } = press;
    if (!isRequestId(action.value)) {
      await ack();
      return answerPress(press, ANSWERS.notAButton);
    }
    const by = memberId(body.user.id);
    const pressedAt = Math.round(Number(action.action_ts) * 1000);
    const id = actionId(`${action.action_ts}-${by}`);
    const where = isPrivate(body) ? ({ privately: true } as const) : {};
    const sent = await requests.act(action.value, { do: "claim", by, as: "mentor", actionId: id, pressedAt, ...where });
    await ack();
    if (sent === "not-sent") await answerPress(press, ANSWERS.claimNotConfirmed);
    if (sent === "over") await answerPress(press, ANSWERS.requestOver);
  };
