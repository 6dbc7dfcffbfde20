import type { KnownBlock } from "@slack/types";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import { buttons } from "../../domain/wording/buttons.ts";
import { MY_REQUESTS, myRequest } from "../../domain/wording/my-requests.ts";
import type { OwnRequest } from "../my-list.ts";

/** A message has room for fifty blocks. */
const SHOWN_AT_MOST = 20;

/** A member's own requests, the latest first; with `acts` a button for each that is open. */
export function myRequests(
  requests: readonly OwnRequest[],
  title: string,
  acts: readonly ("withdraw" | "add-details")[],
): KnownBlock[] {
  const shown = requests.toReversed().slice(0, SHOWN_AT_MOST);
  return [section(title), ...shown.flatMap((request) => [section(myRequest(request)), ...actions(request, acts)])];
}

function actions({ id, isOpen, status }: OwnRequest, acts: readonly ("withdraw" | "add-details")[]): KnownBlock[] {
  const possible = acts.filter((act) => act === "withdraw" || status === "waiting" || status === "claimed");
  if (!isOpen || status === "closed" || possible.length === 0) return [];
  return [
    {
      type: "actions",
      block_id: `mine ${id}`,
      elements: buttons(...possible).map((button) => buttonBlock(button, id)),
    },
  ];
}

const section = (text: string): KnownBlock => ({ type: "section", text: { type: "mrkdwn", text } });

/** What is said when there is nothing to show. */
export const NOTHING = { status: MY_REQUESTS.none, withdraw: MY_REQUESTS.nothingToWithdraw } as const;
