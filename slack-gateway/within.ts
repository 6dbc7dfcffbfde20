import type { Client } from "@temporalio/client";

/** Temporal did not answer in time. What was asked of it may take place all the same. */
class NoAnswerInTime extends Error {
  override readonly name = "NoAnswerInTime";
}

/**
 * Calls of Temporal's that are over after this long, answered or not. The client's own deadline ends each attempt, but not
 * the pauses between them, which go on for more than a second while the server is down.
 */
export async function within<Value>(client: Client, ms: number, call: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswerInTime()), ms);
  });
  try {
    return await Promise.race([client.connection.withDeadline(Date.now() + ms, call), late]);
  } finally {
    clearTimeout(timer);
  }
}
