import { metricMeter } from "@temporalio/workflow";
import type { ReconciliationReport } from "../domain/wording/reconciled.ts";

/** Counts what a comparison of the records has done, and what it has found that is for somebody to do; a replay counts nothing. */
export function countReconciled({ started, claims, drifted, toDo }: ReconciliationReport): void {
  const kinds = [
    ...started.map(() => "started"),
    ...claims.map(() => "claimed"),
    ...drifted.map(() => "put-right"),
    ...toDo.map(({ about }) => about),
  ];
  const counter = metricMeter.createCounter("muster_reconciled");
  for (const kind of kinds) counter.add(1, { kind });
}
