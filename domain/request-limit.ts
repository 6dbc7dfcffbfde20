import { DAY } from "./duration.ts";

/** Members asked for a limit "per month"; a month that moves along is the same for everybody. */
const LIMIT_DAYS = 31;

/** How many more requests a member may make now, and when the next is allowed once there are none left. */
export interface Allowance {
  readonly left: number;
  readonly nextAt?: number;
}

/** `openedAt` are the times of the member's requests, in any order; older ones than the limit's days do not count. */
export function allowance(openedAt: readonly number[], atMost: number, now: number): Allowance {
  const recent = openedAt.filter((at) => at > now - LIMIT_DAYS * DAY).sort((a, b) => a - b);
  const left = Math.max(0, atMost - recent.length);
  const frees = recent[recent.length - atMost];
  return left === 0 && frees !== undefined ? { left, nextAt: frees + LIMIT_DAYS * DAY } : { left };
}
