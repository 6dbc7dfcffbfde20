import { condition, continueAsNew, defineSignal, setHandler, sleep } from "@temporalio/workflow";

/** How long it slept, by its own clock. */
export async function sleepFor(ms: number): Promise<number> {
  const start = Date.now();
  await sleep(ms);
  return Date.now() - start;
}

export const wakeUp = defineSignal("wakeUp");

/** How long it slept, by its own clock, until somebody woke it. */
export async function sleepUntilWoken(): Promise<number> {
  const start = Date.now();
  let woken = false;
  setHandler(wakeUp, () => {
    woken = true;
  });
  await condition(() => woken);
  return Date.now() - start;
}

/** Continues as new every day. */
export async function countDays(left: number): Promise<void> {
  await sleep("1 day");
  if (left > 1) await continueAsNew<typeof countDays>(left - 1);
}
