import { setTimeout as delay } from "node:timers/promises";

/** So long whoever clicked may wait before a window opens that says so: Slack lets none open three seconds after the click. */
export const SOON_MS = 1_200;

/** So long they may wait for a message before another one says so. */
export const SOON_IN_A_MESSAGE_MS = 2_000;

/** What this gives by then; undefined when it takes longer. Nothing is broken off. */
export async function soon<Value>(promise: Promise<Value>, ms = SOON_MS): Promise<Value | undefined> {
  const given = new AbortController();
  try {
    return await Promise.race([promise, delay(ms, undefined, { signal: given.signal })]);
  } finally {
    given.abort();
  }
}
