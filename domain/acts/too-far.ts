import { DAY } from "../duration.ts";

/** Nobody plans further ahead; a date that lies farther away is a slip of the hand, and would put a request to sleep for good. */
export const isTooFar = (date: number, now: number): boolean => date > now + 366 * DAY;
