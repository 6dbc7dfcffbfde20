import { ActivityFailure, condition, proxyActivities } from "@temporalio/workflow";
import type { Activities } from "../../activities/index.ts";
import { type MentorCheck, refusalWithoutCheck } from "../../domain/claim.ts";
import { decide } from "../../domain/decide.ts";
import type { MemberId } from "../../domain/ids.ts";
import type { Running } from "./running.ts";

/**
 * Decides the claims in the order of the history. For the first in line the mentor's record is looked up, for five
 * seconds at most; whoever is behind a claim that stands needs no looking up to be refused.
 */
export async function decideClaims(request: Running): Promise<void> {
  for (;;) {
    await condition(() => request.leaving || request.claims.length > 0);
    if (request.claims.length === 0) return;
    await decideThose(request);
  }
}

async function decideThose(request: Running): Promise<void> {
  for (let [act] = request.claims; act; [act] = request.claims) {
    const check = refusalWithoutCheck(request.state, act.by) ? "unknown" : await lookUp(act.by, request.state.mentee);
    request.claims.shift();
    request.state = decide(request.state, act, Date.now(), check);
  }
}

const { lookUpMentor } = proxyActivities<Activities>({
  startToCloseTimeout: "5 seconds",
  scheduleToCloseTimeout: "5 seconds",
  retry: { initialInterval: "500 milliseconds", maximumInterval: "1 second" },
  summary: "may this mentor take it?",
});

/** A breakdown never blocks a claim: it is taken, and checked later. */
async function lookUp(mentor: MemberId, mentee: MemberId): Promise<MentorCheck> {
  try {
    return await lookUpMentor({ mentor, mentee, now: Date.now() });
  } catch (error) {
    if (error instanceof ActivityFailure) return "unknown";
    throw error;
  }
}
