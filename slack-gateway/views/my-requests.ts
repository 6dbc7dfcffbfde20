import type { KnownBlock } from "@slack/types";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import { buttons } from "../../domain/wording/buttons.ts";
import { inPieces } from "../../domain/wording/in-pieces.ts";
import { MY_REQUESTS, myRequest } from "../../domain/wording/my-requests.ts";
import type { OwnRequest } from "../my-list.ts";

/** A message has room for fifty blocks. */
const SHOWN_AT_MOST = 20;
const TEXT_AT_MOST = 3_000;

/** A member's own requests, the latest first; with `acts` a button for each that is open. */
export function myRequests(
  requests: readonly OwnRequest[],
  title: string,
  acts: readonly ("withdraw" | "add-details")[],
): KnownBlock[] {
  return [
    section(title),
    ...shownOf(requests).flatMap((request) => [section(myRequest(request)), ...actions(request, acts)]),
  ];
}

/** The same in words alone: blocks are not read out. */
export function myRequestsInWords(requests: readonly OwnRequest[], title: string): string {
  const [text = ""] = inPieces([title, ...shownOf(requests).map(myRequest)].join("\n"), TEXT_AT_MOST);
  return text;
}

const shownOf = (requests: readonly OwnRequest[]) => requests.toReversed().slice(0, SHOWN_AT_MOST);

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
