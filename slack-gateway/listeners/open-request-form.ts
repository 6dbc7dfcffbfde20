import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { onlyYou } from "../answering.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { requestForm } from "../views/request-form.ts";

type Command = AllMiddlewareArgs & SlackCommandMiddlewareArgs;

/** `/mentor`: opens the form at once, from the copy; anything typed behind it is answered with help. */
export const onMentorCommand =
  (programme: ProgrammeCopy) =>
  async ({ ack, command, client, respond, logger }: Command): Promise<void> => {
    await ack();
    if (command.text.trim() !== "") return void (await respond(onlyYou(ANSWERS.help)));
    const catalogue = programme.current?.catalogue;
    if (!catalogue) {
      await respond(onlyYou(ANSWERS.noFormYet));
      return programme.refresh();
    }
    try {
      await client.views.open({ trigger_id: command.trigger_id, view: requestForm(catalogue) });
    } catch (error) {
      logger.warn("the request form did not open; the person is asked to try again", error);
      await respond(onlyYou(ANSWERS.formDidNotOpen));
    }
    await programme.refresh();
  };
