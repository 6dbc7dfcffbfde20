import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { memberId } from "../../domain/ids.ts";
import { MY_REQUESTS } from "../../domain/wording/my-requests.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { onlyYou } from "../answering.ts";
import { listOf } from "../my-list.ts";
import type { Requests } from "../requests.ts";
import { SOON_IN_A_MESSAGE_MS, soon } from "../soon.ts";
import { myRequests, myRequestsInWords, NOTHING } from "../views/my-requests.ts";

type Command = AllMiddlewareArgs & SlackCommandMiddlewareArgs;

interface Words {
  readonly open: (command: Command) => Promise<void>;
  readonly requests: Requests;
}

/** `/mentor`, and what may stand behind it: status, withdraw, help. Anything else is answered with help. */
export const onMentorCommand =
  ({ open, requests }: Words) =>
  async (command: Command): Promise<void> => {
    switch (command.command.text.trim().toLowerCase()) {
      case "":
        return open(command);
      case "status":
        return showRequests(command, requests, "status");
      case "withdraw":
        return showRequests(command, requests, "withdraw");
      default:
        await command.ack();
        await command.respond(onlyYou(ANSWERS.help));
    }
  };

async function showRequests(
  { ack, command, respond }: Command,
  requests: Requests,
  wanted: "status" | "withdraw",
): Promise<void> {
  await ack();
  const list = listOf(requests, memberId(command.user_id), Date.now());
  const isKnown = list.then(() => true);
  if (!(await soon(isKnown, SOON_IN_A_MESSAGE_MS))) await respond(onlyYou(ANSWERS.oneMoment));
  const mine = await list;
  if (!mine) return void (await respond(onlyYou(MY_REQUESTS.unknown)));
  const shown = wanted === "status" ? mine : mine.filter(({ isOpen, status }) => isOpen && status !== "closed");
  if (shown.length === 0) return void (await respond(onlyYou(NOTHING[wanted])));
  const title = wanted === "status" ? MY_REQUESTS.title : MY_REQUESTS.withdraw;
  const blocks = myRequests(shown, title, wanted === "status" ? ["add-details", "withdraw"] : ["withdraw"]);
  await respond({ ...onlyYou(myRequestsInWords(shown, title)), blocks });
}
