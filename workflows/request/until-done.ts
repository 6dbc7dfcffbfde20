import {
  ActivityFailure,
  type ActivityOptions,
  ApplicationFailure,
  CancellationScope,
  condition,
  isCancellation,
  proxyActivities,
  TimeoutFailure,
} from "@temporalio/workflow";
import type { Activities } from "../../activities/index.ts";
import type { Running } from "./running.ts";

/** A killed worker is noticed after the start-to-close time, and a skipped clock stands still for as long. */
const ATTEMPT: ActivityOptions = { startToCloseTimeout: "10 seconds" };

const FIRST_HOUR: ActivityOptions = {
  ...ATTEMPT,
  scheduleToCloseTimeout: "1 hour",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "10 minutes" },
};

/** An outage of a month is a few hundred attempts, and no event in the history. */
const AFTER_THAT: ActivityOptions = { ...ATTEMPT, retry: { initialInterval: "10 minutes", maximumInterval: "1 hour" } };

/** The activities, to be called from a workflow. */
export type Outside = ReturnType<typeof proxyActivities<Activities>>;

/**
 * Does something outside, for as long as it takes and as long as it is wanted. After an hour of failing the request is
 * in trouble, which staff can see, until it succeeds.
 */
export async function untilDone<Result>(
  request: Running,
  what: string,
  wanted: () => boolean,
  write: (outside: Outside) => Promise<Result>,
): Promise<Result | "unwanted"> {
  try {
    return await whileWanted(wanted, () => write(proxyActivities<Activities>({ ...FIRST_HOUR, summary: what })));
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    request.trouble.set(what, reason(error));
  }
  try {
    return await whileWanted(wanted, () => write(proxyActivities<Activities>({ ...AFTER_THAT, summary: what })));
  } finally {
    request.trouble.delete(what);
  }
}

/** An attempt that is under way is let finish, so that a later write cannot be overtaken by an earlier one. */
async function whileWanted<Result>(wanted: () => boolean, write: () => Promise<Result>): Promise<Result | "unwanted"> {
  const scope = new CancellationScope();
  let over = false;
  const writing = scope.run(write).finally(() => {
    over = true;
  });
  const [result] = await Promise.allSettled([writing, giveUpWhenUnwanted()]);
  if (result.status === "fulfilled") return result.value;
  if (isCancellation(result.reason)) return "unwanted";
  throw result.reason;

  async function giveUpWhenUnwanted(): Promise<void> {
    await condition(() => over || !wanted());
    if (!over) scope.cancel();
  }
}

/** Which kind of failure, without a word of anybody's text: it stands in a search attribute. */
function reason({ cause }: ActivityFailure): string {
  if (cause instanceof ApplicationFailure) return cause.type ?? "failed";
  if (cause instanceof TimeoutFailure) return "no answer in time";
  return "failed";
}
