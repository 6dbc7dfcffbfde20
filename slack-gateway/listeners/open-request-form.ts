import type { AllMiddlewareArgs, Logger, SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { hasChoices } from "../../domain/catalogue.ts";
import { type MemberId, memberId } from "../../domain/ids.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { allowanceOf } from "../allowance-of.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { onlyYou } from "../answering.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import type { Requests } from "../requests.ts";
import { requestForm } from "../views/request-form.ts";

/** The button that does what `/mentor` does. */
export const ASK = "ask";

type Command = AllMiddlewareArgs & SlackCommandMiddlewareArgs;

interface Asker {
  readonly member: MemberId;
  readonly triggerId: string;
  readonly client: WebClient;
  readonly logger: Logger;
  readonly answer: (text: string) => Promise<unknown>;
}

/** `/mentor`: opens the form. */
export const openRequestForm =
  (programme: ProgrammeCopy, requests: Requests) =>
  async ({ ack, command, client, respond, logger }: Command): Promise<void> => {
    await ack();
    await open(programme, requests, {
      member: memberId(command.user_id),
      triggerId: command.trigger_id,
      client,
      logger,
      answer: (text) => respond(onlyYou(text)),
    });
  };

/** "Ask for a mentor", on the Home tab. */
export const onAskButton =
  (programme: ProgrammeCopy, requests: Requests) =>
  async (press: Press): Promise<void> => {
    const { ack, body, client, logger } = press;
    await ack();
    const answer = (text: string) => answerPress(press, text);
    await open(programme, requests, {
      member: memberId(body.user.id),
      triggerId: body.trigger_id,
      client,
      logger,
      answer,
    });
  };

/** At once, from the copy; how many requests are left is filled in when it is known. */
async function open(
  programme: ProgrammeCopy,
  requests: Requests,
  { member, triggerId, client, logger, answer }: Asker,
): Promise<void> {
  const { catalogue, policy, insights } = programme.current ?? {};
  if (!catalogue || !policy || !hasChoices(catalogue)) {
    await answer(catalogue && policy ? ANSWERS.nothingToChoose : ANSWERS.noFormYet);
    return programme.refresh();
  }
  const usualWait = insights?.figures.usualWait;
  try {
    const { view } = await client.views.open({ trigger_id: triggerId, view: requestForm(catalogue, { usualWait }) });
    const left = await allowanceOf(requests, member, policy.requestsAtMost);
    if (left && view?.id && view.hash) {
      await complete(client, logger, {
        view_id: view.id,
        hash: view.hash,
        view: requestForm(catalogue, { left, usualWait }),
      });
    }
  } catch (error) {
    logger.warn("the request form did not open; the person is asked to try again", error);
    await answer(ANSWERS.formDidNotOpen);
  }
  await programme.refresh();
}

/** Only while the form is as it was opened: whoever has sent it meanwhile must not see it again. */
async function complete(client: WebClient, logger: Logger, update: Parameters<WebClient["views"]["update"]>[0]) {
  try {
    await client.views.update(update);
  } catch (error) {
    logger.info("the request form stays without how many requests are left", error);
  }
}
