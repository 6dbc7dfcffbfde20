import type { RequestId } from "../domain/ids.ts";
import type { MentorRequest } from "../domain/request.ts";
import type { ListedRequest } from "./listed-request.ts";
import type { Requests } from "./requests.ts";

/** So long somebody waits for what Temporal's lists do not know: while no worker runs, nobody can say it. */
const LOOK_MS = 1_800;

/** The states of these requests, by their ids. Those that nobody can read in time are not among them. */
export async function lookedInto(
  requests: Requests,
  listed: readonly ListedRequest[],
): Promise<ReadonlyMap<RequestId, MentorRequest>> {
  const states = await Promise.all(listed.map(({ id }) => requests.read(id, LOOK_MS)));
  return new Map(states.filter((state) => typeof state === "object").map((state) => [state.id, state]));
}
