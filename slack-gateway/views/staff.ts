import type { KnownBlock, ModalView } from "@slack/types";
import type { ActName } from "../../domain/act.ts";
import type { RequestId } from "../../domain/ids.ts";
import { MAY } from "../../domain/may.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import { buttons } from "../../domain/wording/buttons.ts";
import { FOR_STAFF, inFull, queued } from "../../domain/wording/for-staff.ts";
import { inPieces } from "../../domain/wording/in-pieces.ts";
import { WINDOW } from "../../domain/wording/to-whoever-clicked.ts";
import type { ListedRequest } from "../listed-request.ts";
import type { QueuedRequest } from "../queue.ts";

export const SHOW_REQUEST = "show-request";
export const NEXT_REQUESTS = "next-requests";
export const FILE_REQUEST = "file-request";
export const REOPEN = "reopen";
export const REOPEN_SENT = "reopen-form";

/** A view has room for a hundred blocks. */
const QUEUE_AT_MOST = 40;
const CLOSED_AT_MOST = 15;

/** The open requests, in their order, from one of them on; each can be opened, and a button shows those that follow. */
export function queueBlocks(
  requests: readonly QueuedRequest[],
  now: number,
  { from = 0, atMost = QUEUE_AT_MOST }: { readonly from?: number; readonly atMost?: number } = {},
): KnownBlock[] {
  const shown = requests.slice(from, from + atMost);
  const next = from + shown.length;
  const more = requests.length - next;
  const title = from > 0 ? FOR_STAFF.part(from + 1, next, requests.length) : FOR_STAFF.queue;
  const isUnseen = shown.some(({ status, waited }) => status === "waiting" && waited === undefined);
  return [
    section(requests.length > 0 ? title : FOR_STAFF.empty),
    ...(isUnseen ? [section(FOR_STAFF.unseen)] : []),
    ...shown.map((request) => row(request, now)),
    ...(more > 0 ? [section(FOR_STAFF.more(more))] : []),
    {
      type: "actions",
      block_id: "staff",
      elements: [
        ...(more > 0 ? [button(NEXT_REQUESTS, FOR_STAFF.next, String(next))] : []),
        button(FILE_REQUEST, FOR_STAFF.file),
      ],
    },
  ];
}

/** What was closed last, the latest first, so that it can be opened again. */
export function closedBlocks(requests: readonly ListedRequest[], now: number): KnownBlock[] {
  if (requests.length === 0) return [];
  const latest = requests.toSorted((a, b) => (b.closedAt ?? now) - (a.closedAt ?? now)).slice(0, CLOSED_AT_MOST);
  return [{ type: "divider" }, section(FOR_STAFF.closed), ...latest.map((request) => row(request, now))];
}

function row(request: QueuedRequest, now: number): KnownBlock {
  return {
    type: "section",
    block_id: request.id,
    text: { type: "mrkdwn", text: queued(request, now) },
    accessory: { type: "button", action_id: SHOW_REQUEST, value: request.id, text: plain(FOR_STAFF.open) },
  };
}

export const queueView = (blocks: KnownBlock[]): ModalView => modal(blocks);

export const loadingView = (): ModalView => modal([section(FOR_STAFF.loading)]);

export const sayingView = (text: string): ModalView => modal([section(text)]);

/** The window, with the channel from which it was opened: what is pressed in it counts as pressed there. */
export const openedFrom = (channel: string | undefined, view: ModalView): ModalView =>
  channel === undefined ? view : { ...view, private_metadata: channel };

/** One request with everything, and the buttons of what may be done to it now. */
export function requestView(request: MentorRequest, role: "coordinator" | "ceo", now: number): ModalView {
  const texts = inFull(request, now).flatMap((text) => inPieces(text, 3000));
  return modal([...texts.map(section), ...acts(request, role)]);
}

function acts({ id, standing }: MentorRequest, role: "coordinator" | "ceo"): KnownBlock[] {
  if (standing.status === "closed") {
    const reopen = { type: "button" as const, action_id: REOPEN, value: id, text: plain(FOR_STAFF.reopen) };
    return [{ type: "actions", block_id: "acts", elements: [reopen] }];
  }
  const possible = (Object.keys(MAY) as ActName[]).filter(
    (act) => act !== "claim" && act !== "apply-policy" && MAY[act][role]?.includes(standing.status),
  );
  return [{ type: "actions", block_id: "acts", elements: elements(possible, id) }];
}

const elements = (possible: readonly ActName[], id: RequestId) =>
  buttons(...possible).map((button) => buttonBlock(button, id));

function modal(blocks: KnownBlock[]): ModalView {
  return { type: "modal", title: plain(FOR_STAFF.title), close: plain(WINDOW.close), blocks };
}

const section = (text: string): KnownBlock => ({ type: "section", text: { type: "mrkdwn", text } });

const button = (action_id: string, text: string, value?: string) =>
  ({ type: "button", action_id, text: plain(text), ...(value && { value }) }) as const;

const plain = (text: string) => ({ type: "plain_text", text }) as const;
