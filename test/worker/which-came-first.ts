import { condition, defineQuery, proxyActivities, setHandler } from "@temporalio/workflow";

interface Outside {
  one(): Promise<void>;
  other(): Promise<void>;
  both(): Promise<void>;
  onlyOne(): Promise<void>;
}

/** Nobody works there: the test does it all by hand. */
export const NOBODY = "which-came-first-outside";

const outside = proxyActivities<Outside>({ taskQueue: NOBODY, startToCloseTimeout: "1 minute" });

/** What it does next shows whether the end of `other` arrived together with the end of `one`, or after it. */
export async function whichCameFirst(): Promise<void> {
  const ended = { one: false, other: false };
  setHandler(defineQuery<typeof ended>("ended"), () => ended);
  void outside.one().then(() => {
    ended.one = true;
  });
  void outside.other().then(() => {
    ended.other = true;
  });
  await condition(() => ended.one);
  await (ended.other ? outside.both() : outside.onlyOne());
}
