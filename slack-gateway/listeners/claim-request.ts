import { isRequestId, memberId } from "../../domain/ids.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { pressOf } from "../press-of.ts";
import { isPrivate } from "../presser-of.ts";
import type { Requests } from "../requests.ts";

/** The "I can help" button. The workflow redraws the card, and answers whoever was too late. */
export const onClaim =
  (requests: Requests) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body } = press;
    const by = memberId(body.user.id);
    const pressed = pressOf(by, action);
    if (!isRequestId(action.value) || !pressed) {
      await ack();
      return answerPress(press, ANSWERS.notAButton);
    }
    const where = isPrivate(body) ? ({ privately: true } as const) : {};
    const sent = await requests.act(action.value, { do: "claim", by, as: "mentor", ...pressed, ...where });
    await ack();
    if (sent === "not-sent") await answerPress(press, ANSWERS.claimNotConfirmed);
    if (sent === "over") await answerPress(press, ANSWERS.requestOver);
  };
