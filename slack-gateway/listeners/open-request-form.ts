import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { ViewsOpenResponse } from "@slack/web-api";
import { memberId } from "../../domain/ids.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { allowanceOf } from "../allowance-of.ts";
import { onlyYou } from "../answering.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import type { Requests } from "../requests.ts";
import { requestForm } from "../views/request-form.ts";

type Opened = Readonly<NonNullable<ViewsOpenResponse["view"]>>;
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
    const opened = await client.views
      .open({ trigger_id: command.trigger_id, view: requestForm(catalogue) })
      .catch((error: unknown) => logger.warn("the request form did not open; the person is asked to try again", error));
    if (!opened) return void (await respond(onlyYou(ANSWERS.formDidNotOpen)));
    const left = await allowanceOf(requests, memberId(command.user_id), policy.requestsAtMost);
    if (left && opened.view) await fillIn(client, opened.view, requestForm(catalogue, { left }));
    await programme.refresh();
  };

/** Whoever is quick has sent the form or closed it by now; what they see then is not replaced. */
async function fillIn(client: Command["client"], { id, hash }: Opened, view: ModalView): Promise<void> {
  if (!id || !hash) return;
  await client.views.update({ view_id: id, hash, view }).catch(() => undefined);
}
