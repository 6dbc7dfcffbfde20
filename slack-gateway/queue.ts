import { holder, type MentorRequest } from "../domain/request.ts";
import type { ListedRequest } from "./listed-request.ts";
import { lookedInto } from "./looked-into.ts";
import type { Requests } from "./requests.ts";

/** An open request, as the list of staff shows it. */
export interface QueuedRequest extends ListedRequest {
  /** When it last began to wait, or will: one that was put to sleep begins then. Absent when nobody could say. */
  readonly waitingSince?: number;
}

const OPEN = 'ExecutionStatus = "Running" AND RequestStatus != "closed"';

/** More than a list shows. Of more, those that were asked last are not looked into. */
const LOOKED_INTO_AT_MOST = 60;

/**
 * Every request that is open and wants something still: first those that nobody has, the one that has waited longest
 * before all. Temporal's lists do not know since when that is, so the requests are asked; where they cannot answer in time,
 * it counts from when they were opened. Undefined when nobody can say which there are.
 */
export async function openRequests(requests: Requests): Promise<readonly QueuedRequest[] | undefined> {
  const open = await requests.list(OPEN);
  if (!open) return undefined;
  const waiting = open.filter(({ status }) => status === "waiting").slice(0, LOOKED_INTO_AT_MOST);
  const states = await lookedInto(requests, waiting);
  return open
    .map((request) => asItStands(request, states.get(request.id)))
    .filter(({ status }) => status !== "closed")
    .sort((a, b) => rank(a) - rank(b) || begun(a) - begun(b));
}

/** The lists follow a moment later. */
function asItStands(request: ListedRequest, state: MentorRequest | undefined): QueuedRequest {
  if (!state) return request;
  const { status } = state.standing;
  if (status === "waiting") return { ...request, waitingSince: state.stay.since };
  const mentor = holder(state);
  return { ...request, status, ...(mentor && { mentor }) };
}

const rank = ({ status }: QueuedRequest): number => (status === "waiting" ? 0 : 1);

const begun = ({ waitingSince, openedAt }: QueuedRequest): number => waitingSince ?? openedAt;
