import { inject } from "vitest";
import { type OurProcess, startOurProcess } from "./our-process.ts";

/** A worker, as a process of its own. `as`: which of the two starts it. */
export function startWorkerProcess(
  env: Readonly<Record<string, string>>,
  as: "npm run worker" | "bundled before" = "bundled before",
): Promise<OurProcess> {
  const program = as === "bundled before" ? ["test/race/worker.ts", inject("workflowBundle")] : ["worker/main.ts"];
  return startOurProcess(program, "The worker runs", env);
}
