import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { memberId } from "../../domain/ids.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { allowanceOf } from "../allowance-of.ts";
import { onlyYou } from "../answering.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import type { Requests } from "../requests.ts";
import { requestForm } from "../views/request-form.ts";

type Command = AllMiddlewareArgs & SlackCommandMiddlewareArgs;

/** `/mentor`: opens the form at once, from the copy; how many requests are left is filled in when it is known. */
export const openRequestForm =
  (programme: ProgrammeCopy, requests: Requests) =>
  async ({ ack, command, client, respond, logger }: Command): Promise<void> => {
    await ack();
    const { catalogue, policy } = programme.current ?? {};
    if (!catalogue || !policy) {
      await respond(onlyYou(ANSWERS.noFormYet));
      return programme.refresh();
    }
    try {
      const { view } = await client.views.open({ trigger_id: command.trigger_id, view: requestForm(catalogue) });
      const left = await allowanceOf(requests, memberId(command.user_id), policy.requestsAtMost);
      if (left && view?.id) await client.views.update({ view_id: view.id, view: requestForm(catalogue, { left }) });
    } catch (error) {
      logger.warn("the request form did not open, or could not be completed", error);
      await respond(onlyYou(ANSWERS.formDidNotOpen));
    }
    await programme.refresh();
  };
