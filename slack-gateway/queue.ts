import { holder, type MentorRequest, waited } from "../domain/request.ts";
import type { ListedRequest } from "./listed-request.ts";
import { lookedInto } from "./looked-into.ts";
import { LIST_MS, type Requests } from "./requests.ts";

/** An open request, as the list of staff shows it. */
export interface QueuedRequest extends ListedRequest {
  /** For how long it has waited in all, in milliseconds, as the ladder counts. Absent when nobody could say. */
  readonly waited?: number;
  readonly snoozedUntil?: number;
}

const OPEN = 'ExecutionStatus = "Running" AND RequestStatus != "closed"';

/** More than one window shows. Of more, those that were asked last are not looked into. */
const LOOKED_INTO_AT_MOST = 60;

/**
 * Every request that is open and wants something still: first those that nobody has, the one that has waited longest
 * before all. Temporal's lists do not know how long that is, so the requests are asked; where they cannot answer in time,
 * it counts from when they were opened. Undefined when nobody can say which there are. Takes up to six seconds while
 * Temporal is slow.
 */
export async function openRequests(
  requests: Requests,
  now = Date.now(),
): Promise<readonly QueuedRequest[] | undefined> {
  const open = await requests.list(OPEN, LIST_MS);
  if (!open) return undefined;
  const waiting = open.filter(({ status }) => status === "waiting").slice(0, LOOKED_INTO_AT_MOST);
  const states = await lookedInto(requests, waiting);
  return open
    .map((request) => asItStands(request, states.get(request.id), now))
    .filter(({ status }) => status !== "closed")
    .sort((a, b) => rank(a) - rank(b) || waitedSoFar(b, now) - waitedSoFar(a, now));
}

/** The lists follow a moment later. */
function asItStands(request: ListedRequest, state: MentorRequest | undefined, now: number): QueuedRequest {
  if (!state) return request;
  const { standing, stay } = state;
  const { status } = standing;
  if (status === "waiting")
    return { ...request, waited: waited(state, now), ...(stay.since > now && { snoozedUntil: stay.since }) };
  const mentor = holder(state);
  return { ...request, status, ...(mentor && { mentor }) };
}

const rank = ({ status }: QueuedRequest): number => (status === "waiting" ? 0 : 1);

const waitedSoFar = ({ waited, openedAt }: QueuedRequest, now: number): number => waited ?? now - openedAt;
