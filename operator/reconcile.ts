import type { Reconciled } from "../workflows/contract.ts";
import { RECONCILE_RECORDS, RECONCILE_SCHEDULE_ID, TASK_QUEUE } from "../workflows/contract.ts";
import { connectOperator } from "./connect.ts";

/** `npm run reconcile`: compares the records with the requests now. A worker has to run. */
async function main(): Promise<void> {
  const client = await connectOperator();
  const { started, claimed, putRight, open } = await client.workflow.execute<() => Promise<Reconciled>>(
    RECONCILE_RECORDS,
    {
      workflowId: `${RECONCILE_SCHEDULE_ID}-now`,
      workflowIdConflictPolicy: "USE_EXISTING",
      taskQueue: TASK_QUEUE,
      args: [],
    },
  );
  console.log(`Requests that were typed by hand and run now: ${started.join(", ") || "none"}.`);
  console.log(`Claims that were recorded by hand and count: ${claimed.join(", ") || "none"}.`);
  console.log(`Rows that were put right: ${putRight.join(", ") || "none"}.`);
  console.log(`What needs somebody (the coordinator was told): ${open.length}.`);
  await client.connection.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
