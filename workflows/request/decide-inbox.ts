import { decide } from "../../domain/decide.ts";
import type { Running } from "./running.ts";

/** Decides all that people did, in order. A claim waits for the mentor's record in a line of its own. */
export function decideInbox(request: Running): void {
  for (const act of request.inbox.splice(0)) {
    if (act.do === "claim") request.claims.push(act);
    else request.state = decide(request.state, act, Date.now());
  }
}
