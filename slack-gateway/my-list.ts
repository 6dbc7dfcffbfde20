import { DAY } from "../domain/duration.ts";
import type { MemberId } from "../domain/ids.ts";
import { type Outlook, outlookOf } from "../domain/outlook.ts";
import type { ListedRequest } from "./listed-request.ts";
import { lookedInto } from "./looked-into.ts";
import { LIST_MS, type Requests } from "./requests.ts";

/** One of somebody's own requests, with what it says itself where that could be read. */
export type OwnRequest = ListedRequest & Outlook;

const LATELY = 30 * DAY;
const OPEN_AT_MOST = 10;
/** To read a closed one its whole history is replayed. */
const CLOSED_AT_MOST = 3;

/**
 * All requests of this member, oldest first: of those that are open with what comes next, and of the last that were closed
 * with how they ended. Undefined when nobody can say which there are. Takes up to six seconds while Temporal is slow.
 */
export async function listOf(
  requests: Requests,
  mentee: MemberId,
  now: number,
): Promise<readonly OwnRequest[] | undefined> {
  const mine = await requests.list(`Mentee = "${mentee}"`, LIST_MS);
  if (!mine) return undefined;
  const open = mine.filter(({ status }) => status !== "closed").slice(-OPEN_AT_MOST);
  const closed = mine.filter(({ status, closedAt = now }) => status === "closed" && closedAt > now - LATELY);
  const states = await lookedInto(requests, [...open, ...closed.slice(-CLOSED_AT_MOST)]);
  return mine.map((request) => {
    const state = states.get(request.id);
    return state ? { ...request, ...outlookOf(state) } : request;
  });
}
