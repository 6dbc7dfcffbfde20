import type { Act } from "../../domain/act.ts";
import { decide } from "../../domain/decide.ts";
import type { Running } from "./running.ts";

/**
 * Decides all that people did, in order. A claim waits for the mentor's record in a line of its own; delivered twice, it
 * is not looked up a second time.
 */
export function decideInbox(request: Running): void {
  for (const act of request.inbox.splice(0)) {
    if (act.do !== "claim") request.state = decide(request.state, act, Date.now());
    else if (!isKnown(request, act)) request.claims.push(act);
  }
}

function isKnown({ state, claims }: Running, { actionId }: Act): boolean {
  return state.heard.includes(actionId) || claims.some((other) => other.actionId === actionId);
}
