import { Context } from "@temporalio/activity";

/** Well below the ten seconds after which a worker that says nothing is taken to be gone. */
const HEARTBEAT_MS = 3_000;

/**
 * Runs what takes its time, and says all the while that it lives, and how far it has come: the look at many requests, or
 * many pages of rows at the pace that Airtable allows. A worker that is killed is missed, and another begins.
 */
export async function whileBeating<Result>(
  run: () => Promise<Result>,
  howFar: () => unknown = () => undefined,
): Promise<Result> {
  const context = Context.current();
  const beating = setInterval(() => context.heartbeat(howFar()), HEARTBEAT_MS);
  try {
    return await run();
  } finally {
    clearInterval(beating);
  }
}
