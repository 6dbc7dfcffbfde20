import type { MetricTags } from "@temporalio/common";
import { Runtime } from "@temporalio/worker";
import { expect, inject, test, vi } from "vitest";
import { RECONCILE_RECORDS } from "../../workflows/contract.ts";
import { historyOf, OTHER_LIVES } from "./other-lives.ts";

const LIVES_OF_THIS_VERSION = OTHER_LIVES.filter(
  ({ workflow, name }) => workflow === RECONCILE_RECORDS && !name.includes("earlier version"),
);

test("all that a comparison of the records reports is counted, by kind", async () => {
  const counted: (readonly [name: string, value: number, kind: unknown])[] = [];
  const meter = vi.spyOn(Runtime.instance().metricMeter, "createCounter").mockImplementation((name) => {
    const add = (value: number, tags?: MetricTags) => void counted.push([name, value, tags?.kind]);
    const counter = { name, kind: "counter" as const, valueType: "int" as const, add, withTags: () => counter };
    return counter;
  });
  try {
    for (const life of LIVES_OF_THIS_VERSION)
      await historyOf(life, inject("temporalAddress"), inject("workflowBundle"));
  } finally {
    meter.mockRestore();
  }
  expect(counted.filter(([name]) => name === "muster_reconciled")).toEqual(
    [
      "started",
      "claimed",
      "put-right",
      "incomplete",
      "twice",
      "pairing-twice",
      "gone",
      "unusable",
      "renamed",
      "email",
      "no-claim",
    ].map((kind) => ["muster_reconciled", 1, kind]),
  );
});
