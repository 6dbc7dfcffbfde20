import { condition } from "@temporalio/workflow";
import { verifyClaim } from "../../domain/verify-claim.ts";
import type { Running } from "./running.ts";
import { untilDone } from "./until-done.ts";

/** Looks up, as soon as the records can be read again, each mentor who claimed while they could not. */
export async function verifyClaims(request: Running): Promise<void> {
  for (;;) {
    await condition(() => request.leaving || unverified(request) !== undefined);
    const mentor = unverified(request);
    if (request.leaving || !mentor) return;
    const wanted = () => !request.leaving && unverified(request) === mentor;
    const check = await untilDone(request, "check of the claim", wanted, (activities) =>
      activities.lookUpMentor({ mentor, mentee: request.state.mentee, now: Date.now() }),
    );
    if (check !== "unwanted") request.state = verifyClaim(request.state, mentor, check, Date.now());
  }
}

function unverified({ state: { standing } }: Running) {
  return standing.status === "claimed" && !standing.verified ? standing.by : undefined;
}
