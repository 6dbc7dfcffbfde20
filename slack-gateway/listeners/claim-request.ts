import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { actionId, isRequestId, memberId } from "../../domain/ids.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { onlyYou } from "../answering.ts";
import type { Requests } from "../requests.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** The "I can help" button. The workflow redraws the card, and answers whoever was too late. */
export const onClaim =
  (requests: Requests) =>
  async ({ ack, action, body, respond }: Press): Promise<void> => {
    if (!isRequestId(action.value)) {
      await ack();
      await respond(onlyYou(ANSWERS.notAButton));
      return;
    }
    const by = memberId(body.user.id);
    const pressedAt = Math.round(Number(action.action_ts) * 1000);
    const id = actionId(`${action.action_ts}-${by}`);
    const sent = await requests.act(action.value, { do: "claim", by, as: "mentor", actionId: id, pressedAt });
    await ack();
    if (sent === "not-sent") await respond(onlyYou(ANSWERS.claimNotSent));
    if (sent === "over") await respond(onlyYou(ANSWERS.requestOver));
  };
