import type { MemberId } from "../domain/ids.ts";
import { type Allowance, allowance } from "../domain/request-limit.ts";
import type { Requests } from "./requests.ts";

/** How many more requests this member may make; undefined when nobody can say so in time. */
export async function allowanceOf(
  requests: Requests,
  mentee: MemberId,
  atMost: number,
): Promise<Allowance | undefined> {
  const mine = await requests.list(`Mentee = "${mentee}"`);
  return (
    mine &&
    allowance(
      mine.map(({ openedAt }) => openedAt),
      atMost,
      Date.now(),
    )
  );
}
