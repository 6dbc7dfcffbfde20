import { expect, test } from "vitest";
import { isNoTrouble } from "../../local/quiet-temporal.ts";
import { interceptors } from "../../workflows/never-ahead-of-history.ts";

test("after a restart nobody reads of a workflow that is replayed since somebody looked at it", () => {
  expect(
    isNoTrouble({ meta: { failure: `Failure { message: "${whatItFailsWith()}", source: "TypeScriptSDK" }` } }),
  ).toBe(true);
});

test("any other workflow task that fails is told, and whatever else is wrong", () => {
  expect(isNoTrouble({ meta: { failure: 'Failure { message: "Nondeterminism error" }' } })).toBe(false);
  expect(isNoTrouble({ meta: { error: new Error("no connection") } })).toBe(false);
  expect(isNoTrouble({})).toBe(false);
});

/** A question to a workflow that is not in memory, and then the task that is thrown away. */
function whatItFailsWith(): string {
  const [internals] = interceptors().internals ?? [];
  const runs = (activation: object) =>
    internals?.activate?.({ activation, batchIndex: 0 } as never, () => undefined as never);
  runs({ isReplaying: true, historyLength: 3 });
  runs({ isReplaying: false, historyLength: 7 });
  runs({ jobs: [{ queryWorkflow: { queryId: "legacy_query" } }] });
  try {
    runs({ isReplaying: false, historyLength: 9 });
  } catch (error) {
    return String(error);
  }
  throw new Error("The task did not fail.");
}
