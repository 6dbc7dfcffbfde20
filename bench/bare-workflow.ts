import { condition, defineSignal, proxyActivities, setHandler } from "@temporalio/workflow";

export interface BareActivities {
  say(what: string): Promise<void>;
}

const { say } = proxyActivities<BareActivities>({ startToCloseTimeout: "10 seconds" });

/** The least that can say something, be claimed, and say something again. */
export async function bare(): Promise<void> {
  let claimed = false;
  setHandler(defineSignal("claim"), () => {
    claimed = true;
  });
  await say("posted");
  await condition(() => claimed);
  await say("claimed");
}
