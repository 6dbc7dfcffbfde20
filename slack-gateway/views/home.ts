import type { HomeView, KnownBlock } from "@slack/types";
import { MAY } from "../../domain/may.ts";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import { buttons } from "../../domain/wording/buttons.ts";
import { FOR_STAFF, queued } from "../../domain/wording/for-staff.ts";
import { HOME } from "../../domain/wording/home.ts";
import { inPieces } from "../../domain/wording/in-pieces.ts";
import { insightsInWords } from "../../domain/wording/insights.ts";
import type { ProgrammeState } from "../../workflows/contract.ts";
import type { ListedRequest } from "../listed-request.ts";
import { ASK } from "../listeners/open-request-form.ts";
import type { OwnRequest } from "../my-list.ts";
import type { QueuedRequest } from "../queue.ts";
import { myRequests } from "./my-requests.ts";
import { queueBlocks } from "./staff.ts";

/** What concerns one person; a part that could not be looked up is undefined, one that is not theirs is absent. */
export interface Concerns {
  readonly mine: readonly OwnRequest[] | undefined;
  readonly pairings: readonly ListedRequest[] | undefined;
  readonly queue?: readonly QueuedRequest[] | undefined;
  readonly insights?: ProgrammeState["insights"];
}

const PAIRINGS_AT_MOST = 10;
const OF_A_MENTOR = ["agreed", "held", "did-not-come", "release"] as const;
const QUEUE_AT_MOST = 30;

/** Stands there until it is known what concerns somebody. */
export const lookingUpHome = (): HomeView => ({
  type: "home",
  blocks: [section(HOME.about), ask(), section(HOME.lookingUp)],
});

/** The Home tab of one person: their requests, their mentees, and for staff the queue and the figures. */
export function homeView(concerns: Concerns, now: number): HomeView {
  const { mine, pairings, queue, insights } = concerns;
  const isStaff = "queue" in concerns;
  const unseen = [section(FOR_STAFF.unknown)];
  const own =
    mine && mine.length > 0
      ? myRequests(mine.slice(-10), HOME.mine, ["add-details", "withdraw"])
      : [section(HOME.noneOfMine)];
  return {
    type: "home",
    blocks: [
      section(HOME.about),
      ask(),
      ...(mine && pairings ? own : [section(HOME.unknown)]),
      ...(pairings && pairings.length > 0 ? pairingBlocks(pairings, now) : []),
      ...(isStaff
        ? [{ type: "divider" as const }, ...(queue ? queueBlocks(queue, now, { atMost: QUEUE_AT_MOST }) : unseen)]
        : []),
      ...(insights ? [{ type: "divider" as const }, ...figures(insights)] : []),
    ],
  };
}

function ask(): KnownBlock {
  const text = { type: "plain_text", text: HOME.ask } as const;
  return { type: "actions", block_id: "ask", elements: [{ type: "button", action_id: ASK, style: "primary", text }] };
}

function pairingBlocks(pairings: readonly ListedRequest[], now: number): KnownBlock[] {
  return [
    section(HOME.pairings),
    ...pairings.slice(0, PAIRINGS_AT_MOST).flatMap((request): KnownBlock[] => [
      section(queued(request, now)),
      {
        type: "actions",
        block_id: `mentee ${request.id}`,
        elements: buttons(...OF_A_MENTOR.filter((act) => MAY[act].mentor?.includes(request.status))).map((button) =>
          buttonBlock(button, request.id),
        ),
      },
    ]),
  ];
}

function figures({ figures, at }: NonNullable<ProgrammeState["insights"]>): KnownBlock[] {
  return inPieces(insightsInWords(figures, at), 3000).map(section);
}

const section = (text: string): KnownBlock => ({ type: "section", text: { type: "mrkdwn", text } });
